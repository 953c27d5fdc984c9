using System.Text;
using Analytics.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return AnalyticsCommand.Run(args, Terminal.Open());

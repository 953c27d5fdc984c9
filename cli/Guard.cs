using Analytics.Models;
using Analytics.Notebooks;
using Analytics.Pipeline;
using Spectre.Console;

namespace Analytics.Cli;

/// <summary>Runs a verb and turns what can go wrong into one sentence, its remedy and an exit code.</summary>
internal static class Guard
{
    public static int Run(Texts texts, IAnsiConsole console, Func<CancellationToken, int> verb)
    {
        using var cancellation = new CancellationTokenSource();
        ConsoleCancelEventHandler stop = (_, e) =>
        {
            e.Cancel = true;
            cancellation.Cancel();
        };
        Console.CancelKeyPress += stop;
        try
        {
            return verb(cancellation.Token);
        }
        catch (ProblemException problem)
        {
            Say(console, texts, Sentence(texts, problem));
            return CodeOf(problem.Code);
        }
        catch (ModelFileException problem)
        {
            Say(console, texts, texts.Language == "fr" ? problem.TextFr : problem.TextEn);
            return ExitCode.Input;
        }
        catch (CellException problem)
        {
            Say(console, texts, problem.Message);
            return ExitCode.Input;
        }
        catch (OperationCanceledException)
        {
            Say(console, texts, texts["problem.Cancelled"]);
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            Say(console, texts, texts.Fill("problem.Unexpected", ("error", e.ToString())));
            return ExitCode.Unexpected;
        }
        finally
        {
            Console.CancelKeyPress -= stop;
        }
    }

    private static string Sentence(Texts texts, ProblemException problem) =>
        problem.Code switch
        {
            ProblemCode.MappingInvalid => texts.Fill("problem.MappingInvalid", ("sentence", MappingSentence.Of(texts, problem.Facts))),
            ProblemCode.NoCustomerTable => texts.Fill("problem.NoCustomerTable", ("file", problem.Facts["file"]), ("reason", texts[$"note.{problem.Facts["reason"]}"])),
            _ => texts.Fill($"problem.{problem.Code}", problem.Facts.Select(f => (f.Key, f.Value)).ToArray()),
        };

    private static int CodeOf(ProblemCode code) => code switch
    {
        ProblemCode.OutputNotWritable or ProblemCode.RunInProgress or ProblemCode.DiskFull or ProblemCode.WarehouseInUse => ExitCode.Output,
        ProblemCode.CheckFailed => ExitCode.Checks,
        _ => ExitCode.Input,
    };

    private static void Say(IAnsiConsole console, Texts texts, string sentence) =>
        console.MarkupLine($"[red bold]{Markup.Escape(texts["problem"])}[/] {Markup.Escape(sentence)}");
}

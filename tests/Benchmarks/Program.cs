using System.Globalization;
using Analytics.Benchmarks;

switch (args)
{
    case ["trainer", var folder, .. var rest]:
        TrainerBenchmark.Run(folder, rest is [var repeats] ? int.Parse(repeats, CultureInfo.InvariantCulture) : 3);
        return 0;
    default:
        Console.Error.WriteLine("Usage: trainer FOLDER [REPEATS]   the trainer's yardstick; FOLDER is what trainer_data.py wrote");
        return 2;
}

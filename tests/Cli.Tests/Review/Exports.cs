using System.Data.Common;
using Analytics.Pipeline;
using Analytics.Review;

namespace Analytics.Cli.Tests.Review;

/// <summary>Exports, and warehouses built and published from them one after the other, without models and pages.</summary>
internal sealed class Exports : IDisposable
{
    private readonly CommandLine _place = new();

    public string Duplicates => _place.At(Path.Combine("out", "duplicates.xlsx"));

    public void Write(string name, string text) => _place.Write(Path.Combine("exports", name), text);

    public string At(string name) => _place.At(name);

    /// <summary>One run: builds, asks, writes the review file and publishes.</summary>
    public T Run<T>(Func<DbConnection, T> ask) => Run(Options, ask);

    public T RunUnmerged<T>(Func<DbConnection, T> ask) => Run(Options with { Unmerged = true }, ask);

    private WarehouseOptions Options => new() { Exports = _place.At("exports"), Output = _place.At("out") };

    private T Run<T>(WarehouseOptions options, Func<DbConnection, T> ask)
    {
        using var build = WarehouseBuild.Begin(options);
        Files = build.LoadFiles();
        build.ComputeMarts();
        Assert.All(build.RunChecks(), check => Assert.Equal(0, check.Failures));
        var answer = ask(build.Connection);
        build.AddFile("duplicates.xlsx", DuplicateList.Read(build.Connection, "fr").WriteWorkbook);
        build.Publish();
        return answer;
    }

    public IReadOnlyList<FileReport> Files { get; private set; } = [];

    public static List<T> Rows<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public void Dispose() => _place.Dispose();
}

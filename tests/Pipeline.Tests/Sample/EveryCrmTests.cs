using Analytics.Pipeline.DuckDb;
using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;
using Analytics.Pipeline.Sample;

namespace Analytics.Pipeline.Tests.Sample;

/// <summary>What the sample writes as each program's export is recognised as that program's, and every column is placed where it was taken from.</summary>
public sealed class EveryCrmTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Programs() => [.. from crm in SampleOptions.Crms from language in new[] { "fr", "en" } select (crm, language)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_file_is_known_for_what_it_is_and_every_column_for_what_it_holds(string crm, string language)
    {
        var options = new SampleOptions { Customers = 20, Crm = crm, Language = language, Mess = 0 };
        SampleCompany.Write(_folder.Path, options);
        var files = SampleLayout.Of(crm, language).Files;
        var (expected, found) = (files.SelectMany(Expected).ToList(), files.SelectMany(f => Found(f.Name)).ToList());
        Assert.Equal(("", ""), (string.Join('\n', expected.Except(found)), string.Join('\n', found.Except(expected))));
    }

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Expected(SampleFile file) =>
        file.Columns.Select(c => $"{file.Name}: {file.Crm} {file.Table} | {c.Key} => {Column(c.Key, c.Value)}");

    /// <summary>The day of modification is made up as filling, and is read all the same.</summary>
    private static string Column(string header, string value) =>
        value == "-recent" && header.Contains("odif", StringComparison.Ordinal) ? "modified_at" : value[0] == '-' ? "-" : value;

    private IEnumerable<string> Found(string name)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        var lander = new FileLander(connection, _folder.Path, Directory.CreateDirectory(Path.Combine(_folder.Path, $"scratch {name}")).FullName, new(Profile.Generic.Knows));
        var path = Path.Combine(_folder.Path, name);
        var file = Assert.Single(lander.Land(path, lander.Fingerprint(path, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken)).File!;
        var mapping = Recognition.Recognise(file.Name, file.Header, file.Head);
        return mapping is null
            ? [$"{name}: not recognised"]
            : mapping.Headers.Select(h => $"{name}: {mapping.Crm} {mapping.Table.Name} | {h.Header} => {h.Column ?? "-"}");
    }
}

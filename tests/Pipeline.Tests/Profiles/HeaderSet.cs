using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Tests.Profiles;

/// <summary>One file of the header sets: where it comes from, which table it is, and the column that each header means.</summary>
internal sealed record HeaderSet(string Crm, string File, string Table, IReadOnlyList<ExpectedHeader> Headers)
{
    private const string TableLine = "## ", ColumnArrow = " => ", ValuesColon = " :";

    public static IEnumerable<HeaderSet> Read(IEnumerable<string> lines)
    {
        HeaderSet? set = null;
        foreach (var line in lines.Where(l => l.Trim().Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal)))
        {
            if (!line.StartsWith(TableLine, StringComparison.Ordinal))
            {
                set = set! with { Headers = [.. set.Headers, ExpectedHeader.Read(line.Split(ColumnArrow), ValuesColon)] };
                continue;
            }
            if (set is not null) yield return set;
            var parts = line[TableLine.Length..].Split(" | ");
            set = new(parts[0], parts[1], parts[2].Trim(), []);
        }
        if (set is not null) yield return set;
    }

    public string FoundCrm() => Profile.For(Headers.Select(h => h.Header)).Crm;

    public List<HeaderVerdict> Judge()
    {
        var rows = Enumerable.Range(0, Headers.Max(h => h.Values.Length)).Select(r => Headers.Select(h => h.Values.ElementAtOrDefault(r) ?? "").ToArray()).ToList();
        var mapping = Recognition.Recognise(File, Headers.Select(h => h.Header).ToList(), rows);
        return Headers.Select((h, i) => new HeaderVerdict(File, h.Header, h.Column, mapping?.Headers[i].Column, h.Judge(mapping?.Headers[i].Column, mapping?.Table.Name == Table))).ToList();
    }
}

internal sealed record ExpectedHeader(string Header, string Column, string[] Values)
{
    public static ExpectedHeader Read(string[] parts, string colon)
    {
        var cut = parts[1].IndexOf(colon, StringComparison.Ordinal);
        return cut < 0
            ? new(parts[0], parts[1].Trim(), [])
            : new(parts[0], parts[1][..cut].Trim(), parts[1][(cut + colon.Length)..].Split('|', StringSplitOptions.TrimEntries));
    }

    public string Judge(string? found, bool rightTable) => (Column, found) switch
    {
        ("-" or "?", null) => "right",
        (_, null) => "missed",
        ("?", _) => rightTable ? "right" : "wrong",
        _ => rightTable && found == Column ? "right" : "wrong",
    };
}

internal sealed record HeaderVerdict(string File, string Header, string Expected, string? Found, string Kind);

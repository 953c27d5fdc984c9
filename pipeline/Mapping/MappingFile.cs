using Analytics.Pipeline.Landing;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Mapping;

/// <summary>What a person wrote down about the exports.</summary>
internal sealed record MappingFile(IReadOnlyList<MappedFile> Files)
{
    /// <summary>The same for the same text, and for no other; empty where nothing was written down.</summary>
    public string Digest { get; init; } = "";

    /// <summary>Which documents are the sales where a folder has orders and invoices: <c>orders</c>, <c>invoices</c> or <c>both</c>; null lets the data decide.</summary>
    public string? SalesFrom { get; init; }

    /// <summary>How figures count, where the person decided otherwise than we.</summary>
    public MappingSettings Settings { get; init; } = MappingSettings.Default;

    /// <summary>KPIs and dimensions of the person's own.</summary>
    public OwnFigures Own { get; init; } = OwnFigures.None;

    /// <summary>The person's reading of a file where there is one, else the one that was found.</summary>
    public FileMapping? Apply(LandedFile file, FileMapping? found, ref string? unsure)
    {
        if (Files.FirstOrDefault(f => f.Name == file.Name) is not { } chosen) return found;
        unsure = chosen.Table is null ? "left_out_by_mapping" : null;
        return chosen.Table is null ? null : chosen.Read(file.Header, found);
    }
}

/// <param name="Name">The file's path inside the exports folder, and inside an archive or a workbook.</param>
/// <param name="Table">Null where the file is to be left out.</param>
/// <param name="DayFirst">The order of day and month; null lets the values decide.</param>
/// <param name="DecimalComma">The decimal mark; null lets the values decide.</param>
/// <param name="At">Where the file's entry stands in the mapping.</param>
internal sealed record MappedFile(string Name, CanonicalTable? Table, bool? DayFirst, bool? DecimalComma, IReadOnlyList<MappedColumn> Columns, Place At)
{
    /// <summary>A header that stands several times is meant in the order in which it stands.</summary>
    public FileMapping Read(IReadOnlyList<string> headers, FileMapping? found)
    {
        var left = Columns.ToList();
        var read = headers.Select((header, i) =>
        {
            var chosen = left.FirstOrDefault(c => c.Header == header);
            if (chosen is not null) left.Remove(chosen);
            var before = found?.Table == Table ? found!.Headers[i] : new HeaderMapping(i, header, null, 0);
            if (chosen is null) return before.LeftOut("not_in_mapping");
            return chosen.Column == before.Column ? before : new HeaderMapping(i, header, chosen.Column, chosen.Column is null ? 0 : 1);
        });
        return new(Table!, found?.Crm ?? Profile.For(headers).Crm, read.ToList()) { DayFirst = DayFirst, DecimalComma = DecimalComma };
    }
}

/// <param name="Column">Null where the header is to be left out.</param>
internal sealed record MappedColumn(string Header, string? Column, Place At);

/// <summary>A place in the mapping file, from 1.</summary>
internal sealed record Place(long Line, long Column);

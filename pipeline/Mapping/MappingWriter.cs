using System.Globalization;
using System.Text;
using Analytics.Pipeline.Profiles;

namespace Analytics.Pipeline.Mapping;

/// <summary>Writes a mapping file: one entry a file, one line a header, remarks beside them.</summary>
internal sealed class MappingWriter(Func<string, string> texts)
{
    public string Write(IReadOnlyList<FileReport> files)
    {
        var yaml = new StringBuilder();
        foreach (var line in texts("map.head").Split('\n')) yaml.Append("# ").Append(line).Append('\n');
        yaml.Append(CultureInfo.InvariantCulture, $"# {texts("map.tables")} {string.Join(", ", CanonicalTable.All.Select(t => t.Name))}, none\n");
        foreach (var table in CanonicalTable.All.Where(t => files.Any(f => f.Table == t.Name)))
            yaml.Append(CultureInfo.InvariantCulture, $"# {table.Name}: {string.Join(", ", table.Columns.Keys)}\n");
        yaml.Append(files.Any(f => f.Columns.Count > 0) ? "files:\n" : "files: []\n");
        foreach (var file in files.Where(f => f.Columns.Count > 0)) Write(yaml, file);
        WriteSettings(yaml);
        return yaml.ToString();
    }

    /// <summary>As they are where nothing is written, in lines that a person frees of their mark.</summary>
    private void WriteSettings(StringBuilder yaml) => yaml
        .Append("# settings:\n")
        .Append(CultureInfo.InvariantCulture, $"#   conversion_days: {MappingSettings.Default.ConversionDays}  # {texts("map.conversionDays")}\n")
        .Append(CultureInfo.InvariantCulture, $"#   unqualified_stages: [Prospecting, Qualification]  # {texts("map.unqualifiedStages")}\n");

    private void Write(StringBuilder yaml, FileReport file)
    {
        yaml.Append(CultureInfo.InvariantCulture, $"- file: {YamlText.Quote(file.File)}\n");
        yaml.Append(CultureInfo.InvariantCulture, $"  table: {file.Table ?? "none"}{(file.Crm is null or "generic" ? "" : $"  # {file.Crm}")}\n");
        if (file.Columns.Any(c => c.DayOrder is not null)) yaml.Append(CultureInfo.InvariantCulture, $"  dates: auto  # {texts("map.openDays")}\n");
        else if (Only(file, "dd/", "mm/") is { } dates) yaml.Append(CultureInfo.InvariantCulture, $"  dates: {(dates == "dd/" ? "day_first" : "month_first")}\n");
        if (Only(file, "1 234,56", "1,234.56") is { } decimals) yaml.Append(CultureInfo.InvariantCulture, $"  decimals: {(decimals == "1 234,56" ? "comma" : "point")}\n");
        yaml.Append("  columns:\n");
        foreach (var column in file.Columns)
            yaml.Append(CultureInfo.InvariantCulture, $"  - {{ column: {column.Column ?? "ignored"}, header: {YamlText.Quote(column.Header)} }}{Remark(column)}\n");
    }

    /// <summary>The one of two formats that all columns of a file share; null where they differ, so that each column's values go on deciding.</summary>
    private static string? Only(FileReport file, string one, string other)
    {
        var found = new[] { one, other }.Where(f => file.Columns.Any(c => c.Format.StartsWith(f, StringComparison.Ordinal))).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private string Remark(ColumnReport column) => column switch
    {
        { Column: not null } => $"  # {texts($"map.{column.Decision}")}, {(column.Confidence * 100).ToString("0", CultureInfo.InvariantCulture)} / 100{(column.Format.Length > 0 ? $", {column.Format}" : "")}",
        { Reason: { } reason } => $"  # {texts($"reason.{reason}").Replace("{column}", column.Candidate, StringComparison.Ordinal)}",
        _ => "",
    };
}

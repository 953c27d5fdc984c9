namespace Analytics.Pipeline.Sample;

/// <summary>The files of a sample: its layout's, made of several programs' habits where the mess asks.</summary>
internal static class SampleFiles
{
    /// <summary>More rows than this do not fit into one sheet of a workbook, so a large company exports text.</summary>
    private const int MostAccountsInWorkbooks = 20_000;
    private const int OverlapDays = 45;

    public static IEnumerable<SampleFile> Of(SampleLayout layout, SampleOptions options) => layout.Files
        .Select(f => Strange(f, options))
        .SelectMany(f => options.Mess >= 3 && f.Table == "orders" ? Overlapping(f, options) : [f])
        .Select(f => f.IsWorkbook && options.Customers > MostAccountsInWorkbooks ? f with { Name = Path.ChangeExtension(f.Name, ".csv") } : f);

    /// <summary>From the second level on, what comes from other programs is written by as many.</summary>
    private static SampleFile Strange(SampleFile file, SampleOptions options) => (file.Crm == "generic" ? options.Mess : 0, file.Table) switch
    {
        ( >= 2, "quotes") => file with { Style = file.Style with { Encoding = "ISO-8859-15", Amount = "1 234,56 €", Day = "dd/MM/yy", Separator = ';' } },
        ( >= 2, "leads") => file with { Style = file.Style with { Encoding = options.Language == "fr" ? "Mac Roman" : "UTF-8 (BOM)", Day = "dd.MM.yyyy" } },
        ( >= 2, "contracts") => file with { Style = file.Style with { Encoding = "UTF-8", Amount = "1.234,56", Day = "yyyy-MM-ddTHH:mm:ssZ", Separator = '|' } },
        ( >= 3, "complaints") => file with { Name = Path.ChangeExtension(file.Name, ".xlsx") },
        ( >= 3, "activities") => file with { Name = $"{file.Name}.gz" },
        ( >= 2, "activities") => file with { Style = file.Style with { Encoding = "UTF-16 LE", Day = "yyyy-MM-dd" } },
        ( >= 2, "surveys") => file with { Style = file.Style with { Encoding = "UTF-8 (BOM)", Day = "yyyyMMdd", Separator = '\t' } },
        _ => file,
    };

    /// <summary>Last year's orders in one file, those since in another; some days are in both.</summary>
    private static IEnumerable<SampleFile> Overlapping(SampleFile file, SampleOptions options)
    {
        var cut = options.LastDay.AddDays(-365);
        var overlap = new SampleDays(cut, cut.AddDays(OverlapDays));
        var (name, extension) = (Path.GetFileNameWithoutExtension(file.Name), Path.GetExtension(file.Name));
        return
        [
            file with { Name = $"{name} 1{extension}", Days = new(DateOnly.MinValue, cut.AddDays(OverlapDays)), Overlap = overlap, IsSuperseded = true },
            file with { Name = $"{name} 2{extension}", Days = new(cut, DateOnly.MaxValue), Overlap = overlap },
        ];
    }
}

namespace Analytics.Pipeline.Tests.Profiles;

/// <summary>What each header of many programs' exports is taken for, against what it means.</summary>
public class HeaderSetTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("header_sets.txt", 70, 0)]
    [InlineData("header_sets_later.txt", 36, 0)]
    [InlineData("header_sets_found.txt", 17, 0)]
    [InlineData("header_sets_tools.txt", 19, 0)]
    [InlineData("header_sets_unseen.txt", 15, 0)]
    [InlineData("header_sets_public.txt", 44, 1)]
    [InlineData("header_sets_public_later.txt", 24, 1)]
    [InlineData("header_sets_public_last.txt", 14, 2)]
    [InlineData("header_sets_lists.txt", 6, 0)]
    [InlineData("header_sets_shops.txt", 7, 0)]
    [InlineData("header_sets_teaching.txt", 14, 0)]
    [InlineData("header_sets_erp.txt", 8, 0)]
    [InlineData("header_sets_beside.txt", 28, 0)]
    [InlineData("header_sets_folders.txt", 55, 0)]
    public void Every_header_of_a_hundred_files_goes_where_its_meaning_says(string name, int files, int missed)
    {
        var sets = HeaderSet.Read(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Profiles", name))).ToList();
        var verdicts = sets.SelectMany(s => s.Judge()).ToList();
        foreach (var v in verdicts.Where(v => v.Kind != "right")) output.WriteLine($"{v.Kind} {v.File}: {v.Header} => {v.Expected}, found {v.Found}");
        Assert.Equal(files, sets.Count);
        Assert.DoesNotContain(verdicts, v => v.Kind == "wrong");
        Assert.Equal(missed, verdicts.Count(v => v.Kind == "missed"));
    }

    [Theory]
    [InlineData("header_sets.txt")]
    [InlineData("header_sets_later.txt")]
    [InlineData("header_sets_found.txt")]
    [InlineData("header_sets_tools.txt")]
    [InlineData("header_sets_unseen.txt")]
    [InlineData("header_sets_public.txt")]
    [InlineData("header_sets_public_later.txt")]
    [InlineData("header_sets_public_last.txt")]
    [InlineData("header_sets_lists.txt")]
    [InlineData("header_sets_shops.txt")]
    [InlineData("header_sets_teaching.txt")]
    [InlineData("header_sets_erp.txt")]
    [InlineData("header_sets_beside.txt")]
    [InlineData("header_sets_folders.txt")]
    public void Every_program_that_gives_itself_away_is_named(string name) =>
        Assert.All(HeaderSet.Read(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Profiles", name))), s => Assert.Equal((s.File, s.Crm), (s.File, s.FoundCrm())));
}

using System.Text.Json.Nodes;
using Analytics.Pipeline.DuckDb;
using Dapper;

namespace Analytics.Notebooks.Tests.Documents;

/// <summary>The notebooks that we ship, executed as the README says.</summary>
public sealed class WorkedNotebooksTests(Demo demo)
{
    public static TheoryData<string> Names { get; } = [.. Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void All_six_run_in_less_than_a_minute_and_each_ends_in_a_decision()
    {
        Environment.SetEnvironmentVariable("ANALYTICS_WAREHOUSE", demo.Warehouse);
        // Processor time: a minute on the clock is a promise for an idle machine.
        var before = Environment.CpuUsage.TotalTime;
        var options = new NotebookRunOptions { Output = demo.At("worked"), WritesHtml = true, Language = "fr" };
        Assert.Equal(6, Names.Count);
        Assert.All(Directory.GetFiles(Path.Combine(Repository.Root, "notebooks"), "*.ipynb"), file => Assert.Null(NotebookRunner.Run(file, options, TestContext.Current.CancellationToken).Failure));
        Assert.InRange((Environment.CpuUsage.TotalTime - before).TotalSeconds, 0, 60);
        foreach (var name in Names) Assert.Contains("Décision\u00A0:", Outputs(name)[^1], StringComparison.Ordinal);
        ChecksAgainstSql();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_committed_notebook_has_no_outputs_and_says_what_it_is_in_both_languages(string name)
    {
        var cells = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "notebooks", name)))!["cells"]!.AsArray();
        Assert.All(cells.Where(c => c!["cell_type"]!.GetValue<string>() == "code"), c =>
        {
            Assert.Empty(c!["outputs"]!.AsArray());
            Assert.Null(c["execution_count"]);
        });
        var prose = string.Concat(cells.Where(c => c!["cell_type"]!.GetValue<string>() == "markdown").SelectMany(c => c!["source"]!.AsArray()).Select(l => l!.GetValue<string>()));
        Assert.Contains("*In English:", prose, StringComparison.Ordinal);
        Assert.DoesNotMatch(@" [:;?!»](\s|$)", string.Concat(prose.Split('\n').Where(l => !l.StartsWith("*In English", StringComparison.Ordinal)).Select(l => l + "\n")));
    }

    /// <summary>Figures that the notebooks show, asked again in another way.</summary>
    private void ChecksAgainstSql()
    {
        using var sql = new DuckDBConnection($"Data Source={demo.Warehouse};Read Only=true");
        sql.Open();
        var rejected = sql.QuerySingle<long>("select count(*) from (select distinct file, line from staging.rejects where row_rejected)");
        Assert.Contains($"gardées, {rejected} rejetées", Plain("1-premier-regard.ipynb"), StringComparison.Ordinal);
        var best = sql.QueryFirst<string>("select segment from marts.effort where dimension = 'channel' order by margin_per_euro desc");
        Assert.Contains($"le prochain euro va au canal « {best} »", Plain("2-segments.ipynb"), StringComparison.Ordinal);
        var rising = sql.QuerySingle<long>("select count(*) from marts.scores where future_2080");
        Assert.Contains($"appeler les {rising} futurs 20/80", Plain("3-vingt-quatre-vingts.ipynb"), StringComparison.Ordinal);
        Assert.Contains($"perdus après {KaplanMeierMedian(sql)} jours", Plain("4-attrition.ipynb"), StringComparison.Ordinal);
        var niche = sql.QueryFirst<string>("select segment from marts.niches where is_better and measure = 'win_rate' order by q_value");
        Assert.Contains($"la niche « {niche} »", Plain("5-niches.ipynb"), StringComparison.Ordinal);
        Assert.Contains("Le déplacement cesse de payer", Plain("6-effort.ipynb"), StringComparison.Ordinal);
    }

    /// <summary>The first day at which the product of the daily survivals is a half or less, in SQL.</summary>
    private static long KaplanMeierMedian(DuckDBConnection sql) => sql.QuerySingle<long>("""
        with spell as (
          select coalesce(lost_at, as_of) - min(started_at) over (partition by account_id) as days, lost_at is not null as lost
          from per_customer.spells, core.horizon where factor = 1.0 and started_at <= as_of
          qualify back_at is null),
        day as (select days, count(*) as ended, count(*) filter (where lost) as lost from spell group by days),
        step as (select days, lost, sum(ended) over (order by days desc) as at_risk from day),
        alive as (select days, exp(sum(case when lost < at_risk then ln(1 - lost / at_risk::double) else -1e9 end) over (order by days)) as s from step)
        select min(days) from alive where s <= 0.5
        """);

    private List<string> Outputs(string name) =>
        [.. JsonNode.Parse(File.ReadAllText(demo.At($"worked/{name}")))!["cells"]!.AsArray()
            .SelectMany(c => c!["outputs"]?.AsArray() ?? [])
            .Select(o => string.Concat((o!["data"]?["text/plain"] ?? o["text"] ?? o["traceback"])!.AsArray().Select(l => l!.GetValue<string>())))];

    private string Plain(string name) => string.Join('\n', Outputs(name)).Replace('\u00A0', ' ');
}

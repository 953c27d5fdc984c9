using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>Which open deals cover what is left of a target: those past qualification. 1,000 are aimed at in March, 400 are sold.</summary>
public sealed class QualifiedPipelineTests : IDisposable
{
    private static readonly DateOnly AsOf = new(2025, 3, 20);
    private readonly TemporaryFolder _exports = new();

    public QualifiedPipelineTests()
    {
        _exports.Write("orders.csv", "order id,customer,owner,date,amount\no1,A,Ann,2025-03-05,400\n");
        _exports.Write("targets.csv", "month,sales rep,target\n2025-03-01,Ann,1000\n");
    }

    public void Dispose() => _exports.Dispose();

    [Theory]
    [InlineData("Prospecting", "Qualification", "Proposal/Price Quote", "Needs Analysis")]
    [InlineData("appointmentscheduled", "Appointment Scheduled", "qualifiedtobuy", "Contract Sent")]
    [InlineData("Lead In", "Contact Made", "Demo Scheduled", "Negotiations Started")]
    [InlineData("1 - À qualifier", "10 % Prospection", "3 - Devis envoyé", "Lead qualifié")]
    [InlineData("Nouveau", "Prospect à qualifier (tel.)", "Qualifié", "Proposition")]
    [InlineData("1-Qualify", "New", "2-Develop", "Qualified lead")]
    public void The_names_of_stages_tell_which_come_before(string early, string alsoEarly, string late, string alsoLate)
    {
        Deals((early, "100"), (alsoEarly, "20"), (late, "300"), (alsoLate, "60"), (late, ""));
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        // 360 of 600; two before qualification and one without an amount are left out.
        Assert.Equal((360 / 600.0, 2L, 3L), Figure(w));
        Assert.Contains(Said(w), text => text.Contains("are left out of pipeline coverage: 120. To count otherwise", StringComparison.Ordinal));
        var behind = KpiRows.Behind(w.Connection, "pipeline_coverage", new("all", "all", new(2025, 3, 1), new(2025, 4, 1)), 10);
        Assert.Equal(3, behind.Single(part => part.Part == "numerator").Count);
        Assert.All(w.Checks, c => Assert.Equal((c.Name, 0L), (c.Name, c.Failures)));
    }

    [Fact]
    public void A_person_names_them_and_then_no_other_counts_as_one()
    {
        Deals(("Phase 1", "100"), ("Phase 2", "20"), ("Prospecting", "300"));
        _exports.Write("analytics.yml", "settings:\n  unqualified_stages: [\"phase 1\", \"Fase 9\"]\n");
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal((320 / 600.0, 2L, 1L), Figure(w));
        Assert.Contains(Said(w), text => text.EndsWith("open opportunities at a stage before qualification (“Phase 1” (1)) are left out of pipeline coverage: 100, as analytics.yml says", StringComparison.Ordinal));
        Assert.Contains("analytics.yml: no opportunity is at the stage “Fase 9”, which unqualified_stages names", Said(w), StringComparer.Ordinal);
    }

    [Fact]
    public void None_is_before_qualification_where_a_person_names_none()
    {
        Deals(("Prospecting", "100"), ("Qualification", "20"));
        _exports.Write("analytics.yml", "settings:\n  unqualified_stages: []\n");
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal((120 / 600.0, 2L, 0L), Figure(w));
    }

    [Fact]
    public void Where_no_stage_is_given_all_count_and_that_is_said()
    {
        Deals(("", "100"), ("", "20"));
        using var w = new BuiltWarehouse(_exports.Path, AsOf);
        Assert.Equal((120 / 600.0, 2L, 0L), Figure(w));
        Assert.Contains("opportunities.csv: no open opportunity bears a stage: all of them count as qualified in pipeline coverage", Said(w), StringComparer.Ordinal);
    }

    private void Deals(params (string Stage, string Amount)[] deals) => _exports.Write("opportunities.csv",
        $"opportunity id,account,owner,created,stage,amount,expected close date\n{string.Concat(deals.Select((d, i) => $"{i},B{i},Ann,2025-03-01,{d.Stage},{d.Amount},2025-03-25\n"))}");

    private static (double, long, long) Figure(BuiltWarehouse w) => w.Connection.QuerySingle<(double, long, long)>(
        "select value, n, excluded from marts.kpis where kpi = 'pipeline_coverage' and dimension = 'all' and period = 'month'");

    private static List<string> Said(BuiltWarehouse w) => w.Connection.Query<string>("select text_en from marts.assumptions").ToList();
}

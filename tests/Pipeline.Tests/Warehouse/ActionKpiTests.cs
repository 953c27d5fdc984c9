using Dapper;

namespace Analytics.Pipeline.Tests.Warehouse;

/// <summary>What a plan of actions says of itself, counted on paper.</summary>
public sealed class ActionKpiTests : IDisposable
{
    private readonly TemporaryFolder _exports = new();

    public ActionKpiTests()
    {
        _exports.Write("orders.csv", "order id,account,date,amount\no1,A,2025-01-10,100\no2,B,2025-01-20,50\n");
        _exports.Write("owners.csv", "id,name,team\nw1,Ann,North\nw2,Bob,North\n");
        // Done on its day, a day late, never, due today, due later, cancelled, done on no known day, never due, done after the as-of date, decided on after it.
        _exports.Write("plan actions.csv", """
            N° action;Action;Compte;Responsable;Créée le;Échéance;Fait le;Statut
            1;Appeler;A;Ann;02/01/2025;10/02/2025;10/02/2025;Fait
            2;Visiter;A;Ann;02/01/2025;20/02/2025;21/02/2025;Fait
            3;Écrire;B;Bob;02/01/2025;01/03/2025;;Pas commencé
            4;Relancer;B;Bob;02/01/2025;30/06/2025;;En cours
            5;Inviter;B;Bob;02/01/2025;15/07/2025;;À faire
            6;Former;A;Ann;02/01/2025;05/03/2025;;Annulée
            7;Livrer;A;Ann;02/01/2025;10/03/2025;;Terminée
            8;Réfléchir;A;Ann;02/01/2025;;;À faire
            9;Chiffrer;A;Ann;02/01/2025;01/04/2025;02/07/2025;Fait
            10;Oublier;A;Ann;01/07/2025;01/02/2025;;À faire

            """);
    }

    [Fact]
    public void An_action_counts_on_its_due_day_and_is_on_time_up_to_that_day()
    {
        using var w = Build();
        Assert.Equal((6m, null, 2L), Figures(w, "actions_planned"));
        Assert.Equal((1m, 4m, 4L), Figures(w, "actions_on_time"));
        Assert.Equal((1m, 2m, 0L), Figures(w, "actions_on_time", period: "month", start: "2025-02-01"));
        Assert.Equal(2, w.Kpi("actions_planned", period: "month", start: new DateOnly(2025, 2, 1)));
        Assert.Equal((1m, 3m, 3L), Figures(w, "actions_on_time", "owner", "Ann"));
        Assert.Equal((0m, 1m, 1L), Figures(w, "actions_on_time", "owner", "Bob"));
        Assert.Equal((1m, 4m, 4L), Figures(w, "actions_on_time", "team", "North"));
        Assert.All(w.Checks, c => Assert.Equal(0, c.Failures));
    }

    [Fact]
    public void What_is_open_after_its_day_is_overdue()
    {
        using var w = Build();
        // The third and the ninth, of the four that are open and due some day; the eighth has no day.
        Assert.Equal((2m, null, 1L), Figures(w, "actions_overdue"));
        Assert.Equal(4, w.Connection.ExecuteScalar<long>("select n from marts.kpis where kpi = 'actions_overdue' and dimension = 'all' and owner_id is null"));
        Assert.Equal(1, w.Kpi("actions_overdue", "owner", "Bob"));
    }

    [Fact]
    public void Without_a_plan_nothing_is_said_of_it()
    {
        using var exports = new TemporaryFolder();
        exports.Write("orders.csv", "order id,account,date,amount\no1,A,2025-01-10,100\n");
        using var w = new BuiltWarehouse(exports.Path);
        Assert.Null(w.Kpi("actions_overdue"));
        Assert.Equal("actions", w.Connection.ExecuteScalar<string>("select missing from marts.kpi_catalog where kpi = 'actions_on_time'"));
    }

    [Theory]
    [InlineData("Fait", "done")]
    [InlineData("Fait le 3", "done")]
    [InlineData("100 %", "done")]
    [InlineData("Completed", "done")]
    [InlineData("Erledigt", "done")]
    [InlineData("Not done", "open")]
    [InlineData("Non fait", "open")]
    [InlineData("Pas terminé", "open")]
    [InlineData("Partiellement réalisée", "open")]
    [InlineData("50 %", "open")]
    [InlineData("En cours", "open")]
    [InlineData("", "open")]
    [InlineData("Abandonnée", "cancelled")]
    [InlineData("Cancelled", "cancelled")]
    public void A_status_says_what_became_of_an_action(string status, string state)
    {
        using var w = Build();
        Assert.Equal(state, w.Connection.ExecuteScalar<string>("select action_state($status)", new { status }));
    }

    public void Dispose() => _exports.Dispose();

    private BuiltWarehouse Build() => new(_exports.Path, new DateOnly(2025, 6, 30));

    private static (decimal? Numerator, decimal? Denominator, long Excluded) Figures(BuiltWarehouse w, string kpi, string dimension = "all", string segment = "all", string period = "all", string? start = null) =>
        w.Connection.QuerySingle<(decimal?, decimal?, long)>(
            "select numerator, denominator, excluded from marts.kpis where kpi = $kpi and dimension = $dimension and segment = $segment and period = $period and owner_id is null and ($start is null or period_start = $start::date)",
            new { kpi, dimension, segment, period, start });
}

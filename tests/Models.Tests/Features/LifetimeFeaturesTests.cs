using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Lifetime;
using Analytics.Models.Logistic;
using Analytics.Models.Tests.Lifetime;

namespace Analytics.Models.Tests.Features;

public class LifetimeFeaturesTests
{
    private static readonly DateOnly s_asOf = new(2026, 6, 30);
    private static readonly ChurnOptions s_options = new() { Resamples = 100 };

    [Fact]
    public void Churn_of_a_known_bg_nbd_is_won_by_a_model_that_sees_the_lifetime_with_calibrated_probabilities()
    {
        var report = Churn.Assess(Panel(1500), s_options);

        Assert.Contains(report.Scores[0].Model, (string[])["churn_lifetime", "churn_logistic", "churn_blend"]);
        var card = report.Card.Where(row => row.Model == "churn_lifetime" && row.Fold.StartsWith("test", StringComparison.Ordinal)).ToDictionary(row => row.Metric);
        Assert.InRange(card["ece"].Value!.Value, 0, 0.03);
        Assert.InRange(card["log_loss_gain"].Low!.Value, 0.05, 1);
    }

    [Fact]
    public void Scores_are_near_the_probabilities_of_the_model_that_made_the_customers()
    {
        var panel = Panel(1500);
        var report = Churn.Assess(panel, s_options);
        var truth = panel.Histories.Where(known => known.Cutoff == s_asOf)
            .ToDictionary(known => known.AccountId, known => 1 - MadeCustomers.Truth.BuysAgain(known.History, MadeCustomers.Horizon), StringComparer.Ordinal);

        Assert.InRange(report.Scores.Average(score => Math.Abs(score.PChurn - truth[score.AccountId])), 0, 0.04);
    }

    [Fact]
    public void A_cutoff_sees_its_own_histories_alone()
    {
        var panel = Panel(200);
        var shifted = panel with
        {
            Histories = panel.Histories.Select(known => known.Cutoff < s_asOf ? known : known with { History = new PurchaseHistory(9, 30, 40) }).ToList(),
        };
        var (before, after) = (LifetimeFeatures.AddTo(panel).Features, LifetimeFeatures.AddTo(shifted).Features);
        var (earlier, latest) = (Enumerable.Range(0, before.Rows).Where(row => panel.Cutoffs[row] < s_asOf).ToArray(), panel.AsOfRows());

        for (var column = 0; column < before.Columns.Length; column++) Assert.Equal(before.Take(earlier).Columns[column], after.Take(earlier).Columns[column]);
        Assert.NotEqual(before.Take(latest).Columns[^1], after.Take(latest).Columns[^1]);
    }

    [Fact]
    public void The_likeliest_of_the_three_models_is_taken()
    {
        Assert.Equal("BG/NBD", Likeliest(MadeCustomers.Draw(3000, seed: 2).ConvertAll(customer => customer.History)));
        Assert.Equal("Pareto/NBD", Likeliest(Pareto(3000)));

        static string Likeliest(List<PurchaseHistory> histories) => LifetimeFamily.Likeliest(histories)!.Model(histories)!.Name;
    }

    [Fact]
    public void The_family_of_the_first_cutoff_is_that_of_all()
    {
        var panel = Panel(1000);
        var first = panel.Cutoffs.Min();
        var (histories, at) = (Pareto(1000), 0);
        var shifted = panel with { Histories = panel.Histories.Select(known => known.Cutoff == first ? known with { History = histories[at++] } : known).ToList() };

        Assert.All(LifetimeFeatures.AddTo(panel).Lifetimes.Values, model => Assert.Equal("BG/NBD", model.Name));
        Assert.All(LifetimeFeatures.AddTo(shifted).Lifetimes.Values, model => Assert.Equal("Pareto/NBD", model.Name));
    }

    [Fact]
    public void The_card_names_the_model_that_was_taken() =>
        Assert.Contains(Churn.Assess(Panel(1000), s_options).Notes, note =>
            note.TextEn.StartsWith("The lifetime model is the BG/NBD", StringComparison.Ordinal) && note.TextFr.StartsWith("Le modèle de durée de vie est le BG/NBD", StringComparison.Ordinal));

    /// <summary>Customers that end by the calendar, whether they buy or not: most of them before their first repeat.</summary>
    private static List<PurchaseHistory> Pareto(int customers)
    {
        var random = new SplitMix64(12);
        return Enumerable.Range(0, customers).Select(_ =>
        {
            var (rate, ending, age) = (Variates.Gamma(random, 0.9) / 4, Variates.Gamma(random, 1.5) / 12, 30 + 20 * random.Uniform());
            var until = Math.Min(age, -Math.Log(1 - random.Uniform()) / ending);
            var (repeats, last) = (0, 0.0);
            for (var time = Gap(); time < until; time += Gap()) (repeats, last) = (repeats + 1, time);
            return new PurchaseHistory(repeats, last, age);

            double Gap() => -Math.Log(1 - random.Uniform()) / rate;
        }).ToList();
    }

    [Fact]
    public void Without_histories_the_panel_keeps_its_features()
    {
        var panel = MadePanel.Of(20, (_, _) => 0);

        Assert.Same(panel, LifetimeFeatures.AddTo(panel));
    }

    [Fact]
    public void The_features_are_the_log_odds_and_the_count_of_the_fitted_model()
    {
        var panel = Panel(1000);
        var features = LifetimeFeatures.AddTo(panel).Features;
        var row = panel.AsOfRows()[7];
        var model = LifetimeFit.BgNbd(HistoryGroups.Of(panel.Histories.Where(known => known.Cutoff == s_asOf).Select(known => known.History))).Model;
        var history = panel.Histories.Single(known => known.Cutoff == s_asOf && known.AccountId == panel.AccountIds[row]).History;

        Assert.Equal(1 - model.BuysAgain(history, MadeCustomers.Horizon), Sigmoid.Of(features.Only(LifetimeFeatures.Silence).Columns[0][row]), 1e-9);
        Assert.Equal(model.ExpectedPurchases(history, MadeCustomers.Horizon), features.Only(LifetimeFeatures.Purchases).Columns[0][row]);
    }

    /// <summary>Five cutoffs a horizon apart, other customers at each; beside their histories only noise is known of them.</summary>
    private static CustomerPanel Panel(int customers)
    {
        var (accounts, cutoffs, churned, noise, histories) = (new List<string>(), new List<DateOnly>(), new List<bool?>(), new List<double>(), new List<KnownHistory>());
        for (var back = 4; back >= 0; back--)
        {
            var cutoff = s_asOf.AddDays(-MadeCustomers.Horizon * back);
            foreach (var (history, later) in MadeCustomers.Draw(customers, seed: 50 + (ulong)back))
            {
                var account = $"c{accounts.Count:00000}";
                histories.Add(new(account, cutoff, history));
                accounts.Add(account);
                cutoffs.Add(cutoff);
                churned.Add(back == 0 ? null : later == 0);
                noise.Add(accounts.Count * 7919 % 101);
            }
        }
        return new CustomerPanel(s_asOf, MadeCustomers.Horizon, accounts, cutoffs, churned, new FeatureTable(["noise"], [[.. noise]], accounts.Count)) { Histories = histories };
    }
}

using Analytics.Models.Evaluation;
using Analytics.Models.Features;
using Analytics.Models.Lifetime;

namespace Analytics.Models.Tests;

public class PotentialTests
{
    private static readonly ChurnOptions s_options = new() { Resamples = 100 };

    [Fact]
    public void Amounts_that_follow_the_last_period_are_found_and_named()
    {
        var report = Potential.Assess(Panel(200, (recent, noise) => recent * (0.5 + noise)), s_options);

        Assert.Equal(40, report.Scores.Count(score => score.InTop20Now));
        Assert.InRange(report.Scores.Sum(score => score.PTop20), 30, 50);
        Assert.All(report.Scores, score => Assert.False((score.Future2080 && score.InTop20Now) || (score.FallingStar && !score.InTop20Now)));
        Assert.Contains(report.Scores, score => score.Future2080);
        var capture = report.Card.Single(row => row.Metric == "capture");
        Assert.InRange(capture.Value!.Value, 0.3, report.Card.Single(row => row.Metric == "capture_oracle").Value!.Value);
        // What is bought follows the last amount and noise: that amount tells all there is to tell.
        Assert.Matches("^Rien dans ces données ne permet de prévoir qui sera dans les 20.% premiers au-delà de ce que disent les montants", report.Notes[0].TextFr);
        Assert.All(report.Notes, note => Assert.DoesNotMatch(" [:;?!%»]|« ", note.TextFr));
    }

    [Fact]
    public void Where_nothing_can_be_predicted_nobody_is_named_and_the_note_says_so()
    {
        var report = Potential.Assess(Panel(200, (_, noise) => noise), s_options);

        Assert.DoesNotContain(report.Notes, note => note.TextEn.StartsWith("That is no more", StringComparison.Ordinal));
        Assert.All(report.Scores, score => Assert.Equal(("potential_base_rate", false, false), (score.Model, score.Future2080, score.FallingStar)));
        Assert.StartsWith("Nothing in these data predicts who will be in the top 20%", report.Notes[0].TextEn, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_after_the_last_test_moves_no_earlier_probability()
    {
        var panel = Panel(200, (recent, noise) => recent * (0.5 + noise));
        var latest = panel.Customers.LabelledRows().Max(row => panel.Customers.Cutoffs[row]);
        var altered = panel.Customers with { Churned = panel.Customers.Churned.Select((top, row) => panel.Customers.Cutoffs[row] == latest ? !top : top).ToList() };
        var (before, after) = (ChurnBacktest.Run(panel.Customers, Question.Potential, s_options), ChurnBacktest.Run(altered, Question.Potential, s_options));

        for (var i = 0; i < before.Tested.Count; i++) Assert.Equal(before.Tested[i].Probabilities, after.Tested[i].Probabilities);
    }

    [Fact]
    public void One_past_date_at_which_nobody_changed_place_is_told_as_such()
    {
        var report = Potential.Assess(Panel(60, (recent, _) => recent, cutoffs: 3), s_options);

        Assert.StartsWith("At the one past date that could be tested, 2026-01-01, the predicted", report.Notes[1].TextEn, StringComparison.Ordinal);
        Assert.StartsWith("À la seule date passée vérifiable, le 01/01/2026, les 20", report.Notes[1].TextFr, StringComparison.Ordinal);
        // Every amount is the last one: no model can bring more.
        Assert.StartsWith("Nothing in these data predicts who will be in the top 20% beyond what the last period's amounts say", report.Notes[0].TextEn, StringComparison.Ordinal);
        // Nobody entered the top 20 %: there is no share of nobody.
        Assert.DoesNotContain(report.Notes, note => note.TextEn.Contains("0 of 0", StringComparison.Ordinal));
        Assert.Null(report.Card.Single(row => row.Metric == "new_top20_met").Value);
        // A ranking without a fault, of 12 against 48, is not a certain one.
        var perfect = report.Card.First(row => row is { Metric: "auc", Value: 1 });
        Assert.InRange(perfect.Low!.Value, 0.8, 0.97);
    }

    /// <summary>Those of a long tenure bring ten times what the others do, whatever anybody brought before.</summary>
    [Fact]
    public void What_is_told_beyond_the_last_amounts_has_an_interval_and_the_sentence_follows_it()
    {
        var told = Potential.Assess(Panel(400, (_, noise) => 1 + noise, byTenure: tenure => tenure < 500 ? 1 : 10), s_options);
        // One in five is in the top fifth: that is what chance makes of both.
        Assert.All(told.Card.Where(row => row.Metric == "pr_auc"), row => Assert.Equal(0.2, row.Baseline!.Value, 12));
        Assert.All(told.Card.Where(row => row.Metric == "brier"), row => Assert.Equal(0.16, row.Baseline!.Value, 3));
        var gain = told.Card.Single(row => row.Metric == "capture_gain");
        var held = told.Card.Single(row => row.Metric == "capture");

        Assert.Equal(held.Value!.Value - held.Baseline!.Value, gain.Value!.Value, 12);
        Assert.InRange(gain.Value.Value, gain.Low!.Value, gain.High!.Value);
        Assert.True(gain.Low > 0);
        Assert.StartsWith("Who will be in the top 20% can be predicted", told.Notes[0].TextEn, StringComparison.Ordinal);
        // The tenths are the whole base, shared out equally: on average each holds its share.
        var lifts = told.Card.Where(row => row.Metric.StartsWith("lift_decile_", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, lifts.Count);
        Assert.Equal(1, lifts.Average(row => row.Value!.Value), 9);
        Assert.All(lifts, row => Assert.InRange(row.Value!.Value, row.Low!.Value, row.High!.Value));
        // Half of them bring ten times what the others do; who of that half, is noise.
        Assert.True(lifts.Take(5).All(row => row.Value > 1) && lifts[^1].High < 1);
        // What was said over what was seen, a dot for each group, for every contender.
        Assert.All(told.Card.Select(row => row.Model).Where(model => model.StartsWith("potential_", StringComparison.Ordinal)).Distinct(), model => Assert.Contains(told.Card, row => row.Model == model && row.Metric == "reliability_01"));

        var same = Potential.Assess(Panel(400, (recent, _) => recent), s_options);
        Assert.True(same.Card.Single(row => row.Metric == "capture_gain").Low <= 0);
        Assert.StartsWith("Nothing in these data predicts who will be in the top 20% beyond what the last period's amounts say", same.Notes[0].TextEn, StringComparison.Ordinal);
    }

    /// <summary>What is brought next is made of noise and of the last amount turned round: the trees may not say that less is better, whatever the data do.</summary>
    [Fact]
    public void To_have_brought_more_never_makes_the_trees_find_the_top_fifth_less_likely()
    {
        var panel = Panel(400, (recent, noise) => 1_000 / recent * (0.5 + noise)).Customers;
        var rows = panel.LabelledRows();
        var trees = Contenders.Train(panel.Features.Take(rows), panel.OutcomesOf(rows), Question.Potential, s_options).Single(trained => trained.Contender == Question.Potential.Boosting).Model;
        var asked = panel.Features.Take([.. rows.Take(200)]);
        var at = Enumerable.Range(0, asked.Names.Count).Single(i => asked.Names[i] == PotentialPanel.AmountRecent);
        double[] Chances(double times) => trees.Predict(asked with { Columns = [.. asked.Columns.Select((column, i) => i == at ? Array.ConvertAll(column, amount => amount * times) : column)] });

        Assert.All(Chances(1).Zip(Chances(1.7)), pair => Assert.True(pair.Second >= pair.First));
        Assert.All(Chances(1).Zip(Chances(0.3)), pair => Assert.True(pair.Second <= pair.First));
        Assert.True(Chances(1).Distinct().Count() > 10);
    }

    [Fact]
    public void Too_little_history_is_refused_in_words()
    {
        var report = Potential.Assess(Panel(20, (recent, _) => recent), s_options);

        Assert.Empty(report.Scores);
        Assert.StartsWith("No potential score", Assert.Single(report.Notes).TextEn, StringComparison.Ordinal);
        Assert.Equal("potential", report.Notes[0].Model);
    }

    [Fact]
    public void Amounts_that_only_a_feature_tells_are_learnt_from_it_and_come_at_their_level()
    {
        // The customers of a short tenure bring a tenth of the others, whatever they brought before.
        var panel = Panel(400, (_, noise) => noise, byTenure: tenure => tenure < 500 ? 1 : 10, buys: All);
        var backtest = AmountBacktest.Run(panel, ChurnBacktest.Run(panel.Customers, Question.Potential, s_options), s_options)!;

        Assert.Equal("amount_boosting", backtest.Best.Contender.Name);
        var lifetime = backtest.Tested.Single(tested => tested.Contender == AmountModels.Lifetime);
        Assert.True(backtest.Best.Deviance.High < lifetime.Deviance.Low);
        Assert.Equal(1, backtest.Best.Said / backtest.Brought, 0.1);
        // Noise in [0, 1) is a half in the mean, and off it by a quarter in the mean: half of what comes.
        Assert.Equal(0.5, backtest.Best.Error.Value, 0.06);
    }

    /// <summary>Everybody is sure to order.</summary>
    private static Dictionary<(string, DateOnly), double> All(CustomerPanel made) => Enumerable.Range(0, made.Features.Rows).ToDictionary(row => (made.AccountIds[row], made.Cutoffs[row]), _ => 1.0);

    [Fact]
    public void An_expected_amount_is_at_least_the_chance_of_the_top_fifth_times_what_opens_it()
    {
        var panel = Panel(300, (recent, noise) => recent * (0.2 + noise));
        var labelled = panel.Customers.LabelledRows();
        var scores = Potential.Assess(panel, s_options).Scores;

        Assert.Equal(labelled.GroupBy(row => panel.Customers.Cutoffs[row]).Average(rows => rows.Select(row => panel.Later[row]).OrderDescending().ElementAt(59)), panel.Entrance(labelled), 9);
        Assert.All(scores, score => Assert.True(score.ExpectedAmount >= score.PTop20 * panel.Entrance(labelled)));
    }

    [Fact]
    public void Nobody_is_likelier_to_be_among_the_best_than_to_order_at_all()
    {
        var buys = new Dictionary<(string, DateOnly), double>();
        var panel = Panel(200, (recent, noise) => recent * (0.5 + noise), buys: made =>
        {
            foreach (var row in made.AsOfRows()) buys[(made.AccountIds[row], made.AsOf)] = 0.3 + 0.1 * (row % 7);
            return buys;
        });
        var scores = Potential.Assess(panel, s_options).Scores;

        Assert.All(scores, score => Assert.True(score.PTop20 <= buys[(score.AccountId, score.AsOf)]));
        Assert.Equal(40, scores.Sum(score => score.PTop20), 3);
        Assert.Contains(scores, score => score.PTop20 == buys[(score.AccountId, score.AsOf)]);
    }

    [Fact]
    public void Who_is_likelier_to_stop_is_expected_to_bring_less_with_the_same_chance_of_the_top_fifth()
    {
        var (likely, unlikely) = (Amounts(0.9), Amounts(0.6));

        Assert.All(likely.Zip(unlikely), pair => Assert.True(pair.Second.PTop20 > 0.55 || (pair.First.PTop20 == pair.Second.PTop20 && pair.First.ExpectedAmount > pair.Second.ExpectedAmount)));

        static IReadOnlyList<PotentialScore> Amounts(double chance) => Potential.Assess(
            Panel(200, (_, noise) => noise, buys: made => made.AsOfRows().ToDictionary(row => (made.AccountIds[row], made.AsOf), _ => chance)), s_options).Scores;
    }

    [Fact]
    public void What_came_after_the_last_test_moves_no_expected_amount()
    {
        var panel = Panel(300, (recent, noise) => recent * (0.5 + noise));
        var tested = ChurnBacktest.Run(panel.Customers, Question.Potential, s_options);
        var latest = tested.Latest.TestRows.ToHashSet();
        var altered = panel with { Later = [.. panel.Later.Select((amount, row) => latest.Contains(row) ? 7 * amount + 1 : amount)] };
        var (before, after) = (AmountBacktest.Run(panel, tested, s_options)!, AmountBacktest.Run(altered, tested, s_options)!);

        Assert.Equal(before.Tested.Select(tested => tested.Said), after.Tested.Select(tested => tested.Said));
        Assert.NotEqual(before.Brought, after.Brought);
    }

    [Fact]
    public void Amounts_follow_a_shift_of_the_baskets_that_was_never_seen_before_and_the_note_says_so()
    {
        var panel = Panel(300, (recent, noise) => recent * (0.5 + noise));
        var steady = Potential.Assess(Shifted(panel, _ => 1), s_options);
        var halved = Potential.Assess(Shifted(panel, cutoff => cutoff == MadePanel.AsOf ? 0.5 : 1), s_options);

        Assert.All(steady.Scores.Zip(halved.Scores), pair => Assert.Equal(0.5, pair.Second.ExpectedAmount!.Value / pair.First.ExpectedAmount!.Value, 0.02));
        Assert.All(steady.Scores.Zip(halved.Scores), pair => Assert.Equal(pair.Second.Clv!.Value / pair.Second.ExpectedAmount!.Value, pair.First.Clv!.Value / pair.First.ExpectedAmount!.Value, 0.02));
        Assert.Contains(halved.Notes, note => note.TextEn.Contains("are multiplied by 0.50 for it", StringComparison.Ordinal) && note.TextFr.Contains("sont multipliés par 0,50", StringComparison.Ordinal));
        Assert.DoesNotContain(steady.Notes, note => note.TextEn.Contains("multiplied", StringComparison.Ordinal));
    }

    [Fact]
    public void Amounts_do_not_follow_shifts_that_did_not_last_at_past_dates()
    {
        var panel = Shifted(Panel(300, (recent, noise) => recent * (0.5 + noise), buys: All), _ => 0.5);
        var lasted = panel with { Later = [.. panel.Later.Select((amount, row) => panel.Customers.Cutoffs[row] >= MadePanel.AsOf.AddDays(-360) ? amount / 2 : amount)] };

        Assert.False(Backtest(panel).FollowsShifts);
        Assert.True(Backtest(lasted).FollowsShifts);
        Assert.Contains(Potential.Assess(panel, s_options).Notes, note => note.TextEn.Contains("it did not last, and the expected amounts do not follow it", StringComparison.Ordinal));

        static AmountBacktest Backtest(PotentialPanel panel) => AmountBacktest.Run(panel, ChurnBacktest.Run(panel.Customers, Question.Potential, s_options), s_options)!;
    }

    /// <summary>The panel, with four orders of 100 in the period before each cutoff and two of 100 × the ratio in the last.</summary>
    private static PotentialPanel Shifted(PotentialPanel panel, Func<DateOnly, double> ratio)
    {
        double[] Each(Func<DateOnly, double> value) => [.. panel.Customers.Cutoffs.Select(value)];
        var features = panel.Customers.Features.With(
            ("revenue_recent", Each(cutoff => 200 * ratio(cutoff))), ("orders_recent", Each(_ => 2)), ("revenue_before", Each(_ => 400)), ("orders_before", Each(_ => 4)));
        return panel with { Customers = panel.Customers with { Features = features } };
    }

    [Fact]
    public void Few_rows_leave_the_trees_out()
    {
        var panel = Panel(60, (recent, noise) => recent * (0.5 + noise));
        var backtest = AmountBacktest.Run(panel, ChurnBacktest.Run(panel.Customers, Question.Potential, s_options), s_options)!;

        Assert.Equal(["amount_last", "amount_lifetime", "amount_lifetime_last"], backtest.Tested.Select(tested => tested.Contender.Name));
    }

    /// <summary>Four cutoffs; what a customer brought lately is known, what it brings next is made of it and of noise in [0, 1).</summary>
    private static PotentialPanel Panel(int customers, Func<double, double, double> next, int cutoffs = 4, Func<double, double>? byTenure = null, Func<CustomerPanel, Dictionary<(string, DateOnly), double>>? buys = null)
    {
        var made = MadePanel.Of(customers, (_, _) => 0, cutoffs);
        var random = new SplitMix64(17);
        var recent = made.AccountIds.Select(_ => 100 * Math.Exp(3 * random.Uniform())).ToList();
        var later = new Dictionary<(string, DateOnly), double>();
        foreach (var row in made.LabelledRows()) later[(made.AccountIds[row], made.Cutoffs[row])] = next(recent[row], random.Uniform()) * (byTenure?.Invoke(made.Features.Columns[1][row]) ?? 1);
        var histories = made.AccountIds.Select((account, row) => new KnownHistory(account, made.Cutoffs[row], new PurchaseHistory(2 + row % 5, 300, 400 + row % 50))
        {
            Amount = recent[row] * 2,
            AmountRecent = recent[row],
        }).ToList();
        return PotentialPanel.Of(made with { Histories = histories }, later, buys?.Invoke(made));
    }
}

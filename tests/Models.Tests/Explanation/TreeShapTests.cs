using System.Numerics;
using Analytics.Models.Boosting;
using Analytics.Models.Explanation;
using Analytics.Models.Tests.Boosting;

namespace Analytics.Models.Tests.Explanation;

public class TreeShapTests
{
    private static readonly TrainingRows s_rows = Made.Rows(2_000);
    private static readonly BoostedTrees s_model = BoostingTrainer.Train(s_rows, BoostingLoss.Log, new() { Trees = 12, Leaves = 12 });

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(777)]
    [InlineData(1999)]
    public void Contributions_are_shapleys_by_brute_force(int i)
    {
        var row = Row(i);
        var contributions = TreeShap.Contributions(s_model, row);

        for (var feature = 0; feature < row.Length; feature++) Assert.Equal(Shapley(s_model, row, feature), contributions[feature], 1e-12);
    }

    [Fact]
    public void Categories_and_amounts_are_shapleys_by_brute_force_too()
    {
        var rows = MadeCategories.Rows(1_000);
        var model = BoostingTrainer.Train(rows, BoostingLoss.Tweedie(), new() { Trees = 8, Leaves = 8, Categorical = ["trade"] });
        foreach (var i in new[] { 0, 1, 2, 3, 500, Array.FindIndex(rows.Features.Columns[0], double.IsNaN) })
        {
            var row = Row(rows, i);
            var contributions = TreeShap.Contributions(model, row);

            for (var feature = 0; feature < row.Length; feature++) Assert.Equal(Shapley(model, row, feature), contributions[feature], 1e-12);
            Assert.Equal(model.Score(row), TreeShap.Expected(model) + contributions.Sum(), 1e-10);
        }
        Assert.Contains(model.Trees, tree => tree.LeftCategories.Any(categories => categories is not null));
    }

    [Fact]
    public void Contributions_and_the_expected_score_sum_to_the_raw_score()
    {
        for (var i = 0; i < 200; i++)
            Assert.Equal(s_model.Score(Row(i)), TreeShap.Expected(s_model) + TreeShap.Contributions(s_model, Row(i)).Sum(), 1e-10);
    }

    [Fact]
    public void A_feature_that_no_tree_asks_about_adds_nothing()
    {
        var model = BoostingTrainer.Train(Made.Rows([0, 0, 1, 1], [1, 2, 3, 4], [5, 5, 5, 5]), BoostingLoss.Squared, new() { Trees = 3 });

        Assert.Equal(0, TreeShap.Contributions(model, [4, 5])[1]);
    }

    private static double[] Row(int i) => Row(s_rows, i);

    private static double[] Row(TrainingRows rows, int i) => rows.Features.Columns.Select(column => column[i]).ToArray();

    /// <summary>The mean of what the feature adds over all orders in which features become known (Shapley 1953).</summary>
    private static double Shapley(BoostedTrees model, double[] row, int feature)
    {
        double sum = 0;
        for (uint known = 0; known < 1u << row.Length; known++)
        {
            if ((known >> feature & 1) == 1) continue;
            var size = BitOperations.PopCount(known);
            sum += Factorial(size) * Factorial(row.Length - size - 1) / Factorial(row.Length) * (Value(model, row, known | 1u << feature) - Value(model, row, known));
        }
        return sum;
    }

    private static double Value(BoostedTrees model, double[] row, uint known) => model.Trees.Sum(tree => Value(tree, 0, row, known));

    private static double Value(Tree tree, int node, double[] row, uint known)
    {
        if (tree.IsLeaf(node)) return tree.Value[node];
        var (left, right) = (tree.Left[node], tree.Right[node]);
        if ((known >> tree.Feature[node] & 1) == 1) return Value(tree, tree.Next(node, row[tree.Feature[node]]), row, known);
        return (tree.Cover[left] * Value(tree, left, row, known) + tree.Cover[right] * Value(tree, right, row, known)) / tree.Cover[node];
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}

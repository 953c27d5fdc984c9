namespace Analytics.Models.Logistic;

/// <summary>What the regression sees: one row per observation, one column per input, without the intercept.</summary>
internal sealed record DesignMatrix(int Rows, int Columns, double[] Values)
{
    internal ReadOnlySpan<double> Row(int row) => Values.AsSpan(row * Columns, Columns);
}

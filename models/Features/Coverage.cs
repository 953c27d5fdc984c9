namespace Analytics.Models.Features;

/// <summary>
/// Leaves out what is known of twice as many customers at the as-of date as at the past dates, or of half as many: what began or ceased to be recorded
/// in between. A model would take having it, or not, for a trait of the customers.
/// </summary>
internal static class Coverage
{
    private const double Most = 2;

    internal static CustomerPanel Steady(CustomerPanel panel)
    {
        var (past, now) = (panel.LabelledRows(), panel.AsOfRows());
        if (past.Length == 0 || now.Length == 0) return panel;
        var steady = panel.Features.Names.Where((_, i) => IsSteady(Known(panel.Features.Columns[i], past), Known(panel.Features.Columns[i], now)));
        return panel with { Features = panel.Features.Only([.. steady]) };
    }

    private static double Known(double[] column, int[] rows) => rows.Count(row => !double.IsNaN(column[row])) / (double)rows.Length;

    private static bool IsSteady(double past, double now) => Math.Max(past, now) <= Most * Math.Min(past, now);
}

namespace Analytics.Models.Logistic;

/// <summary>
/// Penalised negative log-likelihood Σ [ln(1 + e^η) − y η] + ½ λ Σ β², η = β₀ + xβ, the intercept β₀ unpenalised
/// (Hastie, Tibshirani and Friedman 2009, eq. 4.20 and 4.31 with a ridge).
/// </summary>
internal sealed class LogisticObjective(DesignMatrix design, bool[] outcomes, double ridge)
{
    /// <summary>The number of coefficients; the intercept is the first.</summary>
    internal int Dimension { get; } = design.Columns + 1;

    internal double LogOdds(int row, ReadOnlySpan<double> coefficients)
    {
        var sum = coefficients[0];
        var inputs = design.Row(row);
        for (var j = 0; j < inputs.Length; j++) sum += coefficients[j + 1] * inputs[j];
        return sum;
    }

    internal double Value(ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (var row = 0; row < design.Rows; row++)
        {
            var logOdds = LogOdds(row, coefficients);
            sum += Sigmoid.Softplus(logOdds) - (outcomes[row] ? logOdds : 0);
        }
        for (var j = 1; j < Dimension; j++) sum += ridge / 2 * coefficients[j] * coefficients[j];
        return sum;
    }

    /// <summary>Fills the gradient and the lower triangle of the Hessian (row-major).</summary>
    internal void Derivatives(ReadOnlySpan<double> coefficients, Span<double> gradient, Span<double> hessian)
    {
        gradient.Clear();
        hessian.Clear();
        for (var row = 0; row < design.Rows; row++)
        {
            var probability = Sigmoid.Of(LogOdds(row, coefficients));
            AddRow(design.Row(row), probability - (outcomes[row] ? 1 : 0), probability * (1 - probability), gradient, hessian);
        }
        for (var j = 1; j < Dimension; j++)
        {
            gradient[j] += ridge * coefficients[j];
            hessian[j * Dimension + j] += ridge;
        }
    }

    private void AddRow(ReadOnlySpan<double> inputs, double residual, double curvature, Span<double> gradient, Span<double> hessian)
    {
        gradient[0] += residual;
        hessian[0] += curvature;
        for (var j = 0; j < inputs.Length; j++)
        {
            gradient[j + 1] += residual * inputs[j];
            var weighted = curvature * inputs[j];
            var line = hessian.Slice((j + 1) * Dimension, j + 2);
            line[0] += weighted;
            for (var k = 0; k <= j; k++) line[k + 1] += weighted * inputs[k];
        }
    }
}

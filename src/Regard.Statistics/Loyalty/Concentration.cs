namespace Regard.Statistics;

/// <summary>How much of the value few customers bring: Gini's coefficient, the share of the top, and the Lorenz curve.</summary>
/// <remarks>Gini (1914); Lorenz (1905). Errors by linearisation, Langel and Tillé (2013), Journal of the Royal Statistical Society A 176, 521-540; intervals normal on the logit.</remarks>
public sealed record Concentration
{
    readonly double[] sorted, cumulated;

    Concentration(double[] sorted, double[] cumulated, Estimate gini) => (this.sorted, this.cumulated, Gini) = (sorted, cumulated, gini);

    /// <summary>0 when all bring the same, near 1 when one brings everything: sum (2 i - n - 1) x_i / (n sum x), x rising.</summary>
    public Estimate Gini { get; }

    /// <summary>Customers.</summary>
    public int N => sorted.Length;

    /// <summary>The concentration of values.</summary>
    /// <param name="values">Of each customer, 0 or more.</param>
    /// <exception cref="DataRefused">Under two customers, a value under 0 or no number, or none over 0.</exception>
    public static Concentration Of(IReadOnlyList<double> values)
    {
        if (values.Count < 2) throw new DataRefused(DataFault.TooFewRows, $"{values.Count} customers are too few to say how value is shared out.");
        for (var i = 0; i < values.Count; i++)
            if (!(double.IsFinite(values[i]) && values[i] >= 0)) throw new DataRefused(DataFault.OutOfRange, $"The value of customer {i + 1} is no number from 0 on: concentration has no meaning with losses.");
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var (n, cumulated) = (sorted.Length, new double[sorted.Length + 1]);
        for (var i = 0; i < n; i++) cumulated[i + 1] = cumulated[i] + sorted[i];
        var total = cumulated[n];
        if (total <= 0) throw new DataRefused(DataFault.Constant, "No customer has a value over 0, so there is nothing to share out.");
        double moment = 0, square = 0, sum = 0;
        for (var i = 0; i < n; i++) moment += (2.0 * (i + 1) - n - 1) * sorted[i];
        var gini = Math.Max(0, moment / (n * total));
        for (var i = 0; i < n; i++)
        {
            // Equal values share their last rank, so that they weigh alike.
            var last = i;
            while (last + 1 < n && sorted[last + 1] == sorted[i]) last++;
            for (double rank = last + 1, z = (2 * rank * (sorted[i] - cumulated[last + 1] / rank) + total - n * sorted[i] - gini * (total + n * sorted[i])) / (n * total); ; i++)
            {
                (sum, square) = (sum + z, square + z * z);
                if (i == last) break;
            }
        }
        var variance = Math.Max(0, square - sum * sum / n) * n / (n - 1);
        return new(sorted, cumulated, OnLogit(gini, Math.Sqrt(variance), n));
    }

    /// <summary>Share of all value that the most valuable customers bring.</summary>
    /// <param name="share">Of the customers, between 0 and 1: 0.2 for the top fifth; rounded up to whole customers.</param>
    public Estimate TopShare(double share)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "A share between 0 and 1.");
        // A product such as 0.2 x 15 may lie just over a whole number.
        var (top, total) = (Math.Max(1, (int)Math.Ceiling(share * N - 1e-9)), cumulated[N]);
        var (value, quantile, mean, square, sum) = ((total - cumulated[N - top]) / total, sorted[N - top], total / N, 0.0, 0.0);
        foreach (var x in sorted)
        {
            var z = (Math.Max(0, x - quantile) - value * x) / mean;
            (sum, square) = (sum + z, square + z * z);
        }
        return OnLogit(Math.Min(1, value), Math.Sqrt(Math.Max(0, square - sum * sum / N) / (N - 1) / N), N);
    }

    /// <summary>The Lorenz curve: share of value that the least valuable customers bring.</summary>
    /// <param name="points">Steps along the customers, 1 or more.</param>
    public IReadOnlyList<(double Customers, double Value)> Lorenz(int points = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        return [.. Enumerable.Range(0, points + 1).Select(k =>
        {
            var at = (double)k / points * N;
            var below = Math.Min(N - 1, (int)at);
            return ((double)k / points, Math.Min(1, (cumulated[below] + (at - below) * sorted[below]) / cumulated[N]));
        })];
    }

    static Estimate OnLogit(double value, double error, int n)
    {
        if (!(value > 0 && value < 1) || error == 0) return Estimate.Between(value, error, Math.Max(0, value - 1.96 * error), Math.Min(1, Math.Max(value, value + 1.96 * error)), n);
        var factor = Math.Exp(Quantile.Normal(0.975) * error / (value * (1 - value)));
        var odds = value / (1 - value);
        return Estimate.Between(value, error, Math.Min(value, odds / factor / (1 + odds / factor)), Math.Max(value, double.IsInfinity(odds * factor) ? 1 : odds * factor / (1 + odds * factor)), n);
    }
}

namespace Regard.Statistics;

/// <summary>Memory in which one thread works out the correlations of resample after resample.</summary>
sealed class DriverResample
{
    readonly Deviations deviations;
    readonly double[]? weights;
    readonly double[] counts, scratch, lower;

    /// <param name="deviations">The drivers, then the outcome.</param>
    /// <param name="weights">One a row; null for 1.</param>
    public DriverResample(Deviations deviations, double[]? weights)
    {
        (this.deviations, this.weights) = (deviations, weights);
        var order = deviations.Columns.Length;
        (counts, scratch) = (new double[deviations.Rows], new double[deviations.Rows]);
        (Covariance, lower, Correlations, Shifts) = (new double[order * order], new double[order * order], new double[order * order], new double[order]);
    }

    public double[] Correlations { get; }

    public double[] Covariance { get; }

    /// <summary>Means of the resample less those of all rows.</summary>
    public double[] Shifts { get; }

    /// <returns>False when a column is constant in the resample, or follows from others.</returns>
    public bool Draw(ReadOnlySpan<int> rows)
    {
        Array.Clear(counts);
        foreach (var row in rows) counts[row] += weights?[row] ?? 1;
        deviations.Covariance(counts, scratch, Shifts, Covariance);
        return Standardise(Covariance, Correlations, lower);
    }

    /// <summary>Correlations from covariances, when they are those of variables none of which follows from others.</summary>
    public static bool Standardise(double[] covariance, double[] correlations, double[] lower)
    {
        var order = (int)Math.Sqrt(covariance.Length);
        for (var a = 0; a < order; a++)
            for (var b = 0; b <= a; b++)
                correlations[a * order + b] = correlations[b * order + a] = a == b ? 1 : covariance[a * order + b] / Math.Sqrt(covariance[a * order + a] * covariance[b * order + b]);
        for (var a = 0; a < order; a++)
            for (var b = 0; b <= a; b++)
            {
                var sum = correlations[a * order + b];
                for (var m = 0; m < b; m++) sum -= lower[a * order + m] * lower[b * order + m];
                if (b < a) lower[a * order + b] = sum / lower[b * order + b];
                // The outcome, last, may follow from the drivers.
                else if (a < order - 1 && !(sum >= CorrelationFactor.LeastOwnShare)) return false;
                else lower[a * order + a] = Math.Sqrt(Math.Max(0, sum));
            }
        return double.IsFinite(correlations[^2]);
    }
}

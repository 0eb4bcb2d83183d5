namespace Regard.Statistics;

/// <summary>One common factor behind items, by maximum likelihood from their correlations.</summary>
/// <param name="Loadings">Correlation of each item with the factor; most are positive.</param>
/// <param name="Uniquenesses">Share of each item's variance that is its own, 0.005 to 1.</param>
/// <param name="Converged">False when the steps did not settle.</param>
/// <remarks>
/// Joereskog (1967), Psychometrika 32, 443-482: the discrepancy minimised over log uniquenesses by Newton steps with the expected
/// Hessian, (delta_ij - w_i w_j)^2, w the first eigenvector of the scaled correlations. A uniqueness is held at 0.005 (a Heywood case) as in R's factanal.
/// </remarks>
sealed record OneFactor(double[] Loadings, double[] Uniquenesses, bool Converged)
{
    const double Least = 0.005;
    const int MostSteps = 200;
    static readonly double LogLeast = Math.Log(Least);

    /// <summary>True when an item's uniqueness stopped at its bound: it determines the factor by itself.</summary>
    public bool Heywood => Uniquenesses.Any(u => u <= Least * (1 + 1e-9));

    /// <param name="correlations">Row major, three items or more.</param>
    /// <param name="k">Items.</param>
    /// <param name="settled">Change of any log uniqueness at which steps end.</param>
    /// <param name="near">Uniquenesses to begin at, e.g. of all rows for a resample; null for 1/2.</param>
    public static OneFactor Fit(ReadOnlySpan<double> correlations, int k, double settled = 1e-12, double[]? near = null)
    {
        var (log, next, step, converged) = (new double[k], new double[k], new double[k], false);
        var (vector, nextVector, largest) = (new double[k], new double[k], new LargestRoot(k));
        for (var i = 0; i < k; i++) log[i] = Math.Log(near?[i] ?? 0.5);
        var root = largest.Of(correlations, log, vector);
        for (var count = 0; count < MostSteps && !converged; count++)
        {
            Newton(log, root, vector, step);
            var (from, size) = (Discrepancy(log, root), 1.0);
            // Halved until the discrepancy falls; what is left of it at the minimum is rounding.
            for (var halving = 0; ; halving++, size /= 2)
            {
                for (var i = 0; i < k; i++) next[i] = Math.Clamp(log[i] + size * step[i], LogLeast, 0);
                vector.CopyTo(nextVector, 0);
                var nextRoot = largest.Of(correlations, next, nextVector);
                if (Discrepancy(next, nextRoot) > from + 1e-14 * k && halving < 30) continue;
                converged = true;
                for (var i = 0; i < k; i++) converged &= Math.Abs(next[i] - log[i]) < settled;
                (log, next, vector, nextVector, root) = (next, log, nextVector, vector, nextRoot);
                break;
            }
        }
        var sign = vector.Sum() < 0 ? -1 : 1;
        var length = Math.Sqrt(Math.Max(0, root - 1));
        return new([.. vector.Select((v, i) => sign * v * length * Math.Exp(log[i] / 2))], [.. log.Select(Math.Exp)], converged);
    }

    static void Newton(double[] log, double root, double[] vector, double[] step)
    {
        var (k, count) = (log.Length, 0);
        var (free, downhill) = (new int[k], new double[k]);
        for (var i = 0; i < k; i++)
        {
            var gradient = 1 - Math.Exp(-log[i]) + (root - 1) * vector[i] * vector[i];
            if (log[i] > LogLeast || gradient < 0) (free[count], downhill[count++]) = (i, -gradient);
        }
        Array.Clear(step);
        if (count == 0) return;
        var hessian = new double[count * count];
        for (var a = 0; a < count; a++)
            for (var b = 0; b < count; b++)
            {
                var part = (a == b ? 1 : 0) - vector[free[a]] * vector[free[b]];
                hessian[a * count + b] = part * part + (a == b ? 1e-12 : 0);
            }
        var newton = SymmetricFactor.Of(hessian, count)?.Solve(downhill) ?? downhill;
        for (var a = 0; a < count; a++) step[free[a]] = Math.Clamp(newton[a], -1, 1);
    }

    // Likelihood discrepancy, up to a constant.
    static double Discrepancy(double[] log, double root)
    {
        var sum = Math.Log(root) - root;
        foreach (var x in log) sum += Math.Exp(-x) + x;
        return sum;
    }
}

using MathNet.Numerics.LinearAlgebra;

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

    /// <summary>True when an item's uniqueness stopped at its bound: it determines the factor by itself.</summary>
    public bool Heywood => Uniquenesses.Any(u => u <= Least * (1 + 1e-9));

    /// <param name="correlations">Row major, three items or more.</param>
    /// <param name="k">Items.</param>
    public static OneFactor Fit(ReadOnlySpan<double> correlations, int k)
    {
        var (r, log, converged) = (correlations.ToArray(), new double[k], false);
        Array.Fill(log, Math.Log(0.5));
        var (root, vector) = First(r, log, k);
        for (var count = 0; count < MostSteps && !converged; count++)
        {
            var step = Newton(log, root, vector);
            var (from, size) = (Discrepancy(log, root), 1.0);
            // Halved until the discrepancy falls; what is left of it at the minimum is rounding.
            for (var halving = 0; ; halving++, size /= 2)
            {
                double[] next = [.. log.Zip(step, (x, d) => Math.Clamp(x + size * d, Math.Log(Least), 0))];
                var (nextRoot, nextVector) = First(r, next, k);
                if (Discrepancy(next, nextRoot) > from + 1e-14 * k && halving < 30) continue;
                converged = log.Zip(next, (x, y) => Math.Abs(y - x)).Max() < 1e-12;
                (log, root, vector) = (next, nextRoot, nextVector);
                break;
            }
        }
        var sign = vector.Sum() < 0 ? -1 : 1;
        var length = Math.Sqrt(Math.Max(0, root - 1));
        return new([.. vector.Select((v, i) => sign * v * length * Math.Exp(log[i] / 2))], [.. log.Select(Math.Exp)], converged);
    }

    static double[] Newton(double[] log, double root, double[] vector)
    {
        var (k, step) = (log.Length, new double[log.Length]);
        double[] gradient = [.. Enumerable.Range(0, k).Select(i => 1 - Math.Exp(-log[i]) + (root - 1) * vector[i] * vector[i])];
        int[] free = [.. Enumerable.Range(0, k).Where(i => log[i] > Math.Log(Least) || gradient[i] < 0)];
        if (free.Length == 0) return step;
        var hessian = Matrix<double>.Build.Dense(free.Length, free.Length, (a, b) => Math.Pow((a == b ? 1 : 0) - vector[free[a]] * vector[free[b]], 2) + (a == b ? 1e-12 : 0));
        var newton = hessian.Solve(Vector<double>.Build.DenseOfEnumerable(free.Select(i => -gradient[i])));
        foreach (var (at, i) in free.Index()) step[i] = Math.Clamp(newton[at], -1, 1);
        return step;
    }

    // Likelihood discrepancy, up to a constant.
    static double Discrepancy(double[] log, double root) => log.Sum(x => Math.Exp(-x) + x) - root + Math.Log(root);

    // Largest eigenvalue and its vector of the correlations scaled by the uniquenesses.
    static (double Root, double[] Vector) First(double[] r, double[] log, int k)
    {
        var eigen = Matrix<double>.Build.Dense(k, k, (a, b) => r[a * k + b] * Math.Exp(-(log[a] + log[b]) / 2)).Evd(Symmetricity.Symmetric);
        return (eigen.EigenValues[k - 1].Real, eigen.EigenVectors.Column(k - 1).ToArray());
    }
}

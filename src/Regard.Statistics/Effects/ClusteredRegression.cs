using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>One cluster's rows: regressors and outcome, both in the same order. A cluster's own intercept may have been taken out before.</summary>
sealed record ClusterRows(Matrix<double> X, Vector<double> Y);

/// <summary>
/// Least squares with errors that may hang together within clusters: bias-reduced linearisation (CR2) under the working model of equal,
/// independent errors, so that the error is unbiased there and robust elsewhere, with Satterthwaite's degrees of freedom.
/// </summary>
/// <remarks>
/// Bell and McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky and Tipton (2018), JBES 36, 672-683, whose theorem 2 lets
/// intercepts of clusters be taken out before.
/// </remarks>
sealed class ClusteredRegression
{
    const double Nothing = 1e-10;
    readonly List<(Matrix<double> X, Matrix<double> Adjusted, int Clusters)> designs = [];

    ClusteredRegression(IReadOnlyList<ClusterRows> clusters)
    {
        Clusters = clusters;
        var cross = clusters.Select(c => c.X.TransposeThisAndMultiply(c.X)).Aggregate((a, b) => a + b);
        Bread = Inverse(cross, out var estimable);
        Estimable = estimable;
        Coefficients = Bread * clusters.Select(c => c.X.TransposeThisAndMultiply(c.Y)).Aggregate((a, b) => a + b);
        // Units measured in the same periods have the same regressors, and much is the same for them.
        var scores = Matrix<double>.Build.Dense(Coefficients.Count, Coefficients.Count);
        foreach (var design in clusters.GroupBy(c => c.X))
        {
            var adjusted = Adjustment(design.Key) * design.Key * Bread;
            designs.Add((design.Key, adjusted, design.Count()));
            foreach (var cluster in design)
            {
                var score = adjusted.TransposeThisAndMultiply(cluster.Y - cluster.X * Coefficients);
                scores += score.OuterProduct(score);
            }
        }
        Covariance = scores;
    }

    public IReadOnlyList<ClusterRows> Clusters { get; }

    /// <summary>(X'X)^-1, of what can be estimated.</summary>
    public Matrix<double> Bread { get; }

    public IReadOnlyList<bool> Estimable { get; }

    public Vector<double> Coefficients { get; }

    /// <summary>CR2.</summary>
    public Matrix<double> Covariance { get; }

    /// <param name="clusters">Two or more, all with the same regressors.</param>
    public static ClusteredRegression Fit(IReadOnlyList<ClusterRows> clusters) => new(clusters);

    public double StandardError(int coefficient) => Math.Sqrt(Math.Max(0, Covariance[coefficient, coefficient]));

    /// <summary>Satterthwaite's, of the coefficient's t; null when nothing is left to tell its error by.</summary>
    public double? Freedom(int coefficient)
    {
        var (variance, spread) = Projected([Unit(coefficient)]);
        return spread > 0 ? variance[0, 0] * variance[0, 0] * 2 / spread : null;
    }

    /// <summary>Tests that all these coefficients are 0, by an approximate Hotelling test; null when clusters are too few for it.</summary>
    /// <remarks>AHZ: Pustejovsky and Tipton (2018), equations 12 to 15.</remarks>
    public (double F, double Numerator, double Denominator, double P)? Wald(IReadOnlyList<int> coefficients)
    {
        var q = coefficients.Count;
        var (working, _) = Projected([.. coefficients.Select(Unit)]);
        if (InverseRoot(working) is not { } root) return null;
        var directions = Enumerable.Range(0, q).Select(s => coefficients.Select((c, k) => root[s, k] * Unit(c)).Aggregate((a, b) => a + b)).ToArray();
        var (_, spread) = Projected(directions);
        if (!(spread > 0)) return null;
        var eta = q * (q + 1) / spread;
        var denominator = eta - q + 1;
        if (denominator < 1) return null;
        var block = Matrix<double>.Build.Dense(q, q, (i, j) => Covariance[coefficients[i], coefficients[j]]);
        var estimate = Vector<double>.Build.Dense(q, i => Coefficients[coefficients[i]]);
        if (InverseRoot(block) is not { } weight) return null;
        var f = denominator / (eta * q) * Math.Pow((weight * estimate).L2Norm(), 2);
        return (f, q, denominator, Tail.Fisher(f, q, denominator));
    }

    Vector<double> Unit(int coefficient) => Vector<double>.Build.Dense(Coefficients.Count, k => k == coefficient ? 1 : 0);

    // With p_sg = (I - H)_g' A_g X_g M c_s, what the error of direction s owes to cluster g: the expected covariance of the
    // directions under the working model, sum_g p_sg'p_tg, and twice the sum over g, h of what makes the estimated one vary.
    (Matrix<double> Expected, double Spread) Projected(Vector<double>[] directions)
    {
        var q = directions.Length;
        var own = designs.Select(d => directions.Select(c => d.Adjusted * c).ToArray()).ToArray();
        var through = own.Select((parts, g) => parts.Select(v => designs[g].X.TransposeThisAndMultiply(v)).ToArray()).ToArray();
        int Times(int g) => designs[g].Clusters;
        var expected = Matrix<double>.Build.Dense(q, q);
        var sums = new Matrix<double>[q, q];
        for (var s = 0; s < q; s++)
            for (var t = 0; t < q; t++)
            {
                var sum = Matrix<double>.Build.Dense(Bread.RowCount, Bread.RowCount);
                for (var g = 0; g < own.Length; g++)
                {
                    expected[s, t] += Times(g) * (own[g][s] * own[g][t] - through[g][s] * (Bread * through[g][t]));
                    sum += Times(g) * through[g][s].OuterProduct(through[g][t]);
                }
                sums[s, t] = Bread * sum;
            }
        var spread = 0.0;
        for (var s = 0; s < q; s++)
            for (var t = 0; t < q; t++)
            {
                spread += Trace(sums[s, t], sums[s, t]) + Trace(sums[s, t], sums[t, s]);
                for (var g = 0; g < own.Length; g++)
                {
                    var (ds, dt, dst) = (own[g][s] * own[g][s], own[g][t] * own[g][t], own[g][s] * own[g][t]);
                    var (bs, bt) = (Bread * through[g][s], Bread * through[g][t]);
                    var (ss, tt, st) = (through[g][s] * bs, through[g][t] * bt, through[g][s] * bt);
                    spread += Times(g) * (dst * dst - 2 * dst * st + ds * dt - ds * tt - dt * ss);
                }
            }
        return (expected, spread);
    }

    static double Trace(Matrix<double> a, Matrix<double> b) => a.PointwiseMultiply(b.Transpose()).RowSums().Sum();

    // (I - X M X')^(-1/2), of the space that it leaves.
    Matrix<double> Adjustment(Matrix<double> x)
    {
        var left = Matrix<double>.Build.DenseIdentity(x.RowCount) - x * Bread * x.Transpose();
        return Root(left, -0.5);
    }

    static Matrix<double> Root(Matrix<double> symmetric, double power)
    {
        var eigen = ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        var roots = eigen.EigenValues.Select(v => v.Real > Nothing ? Math.Pow(v.Real, power) : 0).ToArray();
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray(roots) * eigen.EigenVectors.Transpose();
    }

    static Matrix<double>? InverseRoot(Matrix<double> symmetric)
    {
        var values = symmetric.Evd(Symmetricity.Symmetric).EigenValues.Select(v => v.Real).ToArray();
        return values.Min() > Nothing * Math.Abs(values.Max()) ? Scaled(symmetric) : null;
    }

    static Matrix<double> Scaled(Matrix<double> symmetric)
    {
        // Root cuts eigenvalues by their absolute size: bring the largest to 1 first.
        var size = symmetric.Diagonal().AbsoluteMaximum();
        return Root(symmetric / size, -0.5) / Math.Sqrt(size);
    }

    static Matrix<double> Inverse(Matrix<double> cross, out bool[] estimable)
    {
        var scale = cross.Diagonal().Map(d => d > 0 ? 1 / Math.Sqrt(d) : 0);
        var eigen = Matrix<double>.Build.Dense(cross.RowCount, cross.RowCount, (i, j) => cross[i, j] * scale[i] * scale[j]).Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Select(v => v.Real).ToArray();
        var inverse = eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray([.. values.Select(v => v > 1e-9 ? 1 / v : 0)]) * eigen.EigenVectors.Transpose();
        estimable = [.. Enumerable.Range(0, cross.RowCount).Select(j => scale[j] > 0 && values.Select((v, k) => v > 1e-9 ? 0 : Math.Abs(eigen.EigenVectors[j, k])).Max() < 1e-6)];
        return Matrix<double>.Build.Dense(cross.RowCount, cross.RowCount, (i, j) => inverse[i, j] * scale[i] * scale[j]);
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>Shares of R2 by driver through the uncorrelated variables nearest to the drivers. Near to LMG, and quick for any number of drivers.</summary>
/// <param name="Drivers">In the order given.</param>
/// <param name="R2">Share of the outcome's variance that all explain together, 0 to 1.</param>
/// <param name="Values">Each driver's part of R2; they add up to it.</param>
/// <remarks>Johnson (2000), Multivariate Behavioral Research 35, 1-19; the same as Genizi (1993), Statistica Sinica 3, 407-420.</remarks>
public sealed record RelativeWeights(IReadOnlyList<string> Drivers, double R2, IReadOnlyList<double> Values)
{
    /// <summary>Works out the weights.</summary>
    /// <param name="covariances">Of the outcome and all drivers, from rows or from moments.</param>
    /// <param name="outcome">The column explained.</param>
    /// <param name="drivers">One or more.</param>
    /// <exception cref="DataRefused">Columns are missing or determine one another.</exception>
    public static RelativeWeights Of(Covariances covariances, string outcome, IReadOnlyList<string> drivers)
    {
        var solved = LeastSquares.Solve(covariances, outcome, drivers);
        var values = new double[drivers.Count];
        Fill(covariances.Correlations([.. drivers.Select(covariances.Place), covariances.Place(outcome)]), values);
        return new(drivers, solved.R2, values);
    }

    /// <param name="correlations">Of the drivers, then the outcome; positive definite, row major.</param>
    /// <param name="values">Takes one weight a driver.</param>
    internal static void Fill(double[] correlations, Span<double> values)
    {
        var p = values.Length;
        var matrix = Matrix<double>.Build.Dense(p, p, (a, b) => correlations[a * (p + 1) + b]);
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        var (vectors, roots) = (eigen.EigenVectors.AsColumnMajorArray() ?? eigen.EigenVectors.ToColumnMajorArray(), new double[p]);
        // Loadings of the drivers on the orthogonal variables: V sqrt(L) V'. Slopes of the outcome on these: V L^-1/2 V' r.
        Span<double> slopes = p <= 64 ? stackalloc double[p] : new double[p];
        slopes.Clear();
        for (var k = 0; k < p; k++)
        {
            roots[k] = Math.Sqrt(Math.Max(0, eigen.EigenValues[k].Real));
            var dot = 0.0;
            for (var j = 0; j < p; j++) dot += vectors[k * p + j] * correlations[j * (p + 1) + p];
            for (var j = 0; j < p; j++) slopes[j] += vectors[k * p + j] * dot / roots[k];
        }
        values.Clear();
        for (var j = 0; j < p; j++)
            for (var l = 0; l <= j; l++)
            {
                var loading = 0.0;
                for (var k = 0; k < p; k++) loading += vectors[k * p + j] * roots[k] * vectors[k * p + l];
                values[j] += loading * loading * slopes[l] * slopes[l];
                if (l < j) values[l] += loading * loading * slopes[j] * slopes[j];
            }
    }
}

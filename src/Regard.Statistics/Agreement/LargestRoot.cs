using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>Largest eigenvalue, and its vector, of correlations scaled by uniquenesses, again and again as these change little by little.</summary>
/// <param name="k">Items.</param>
/// <remarks>
/// Powers of the matrix less a shift that leaves the largest root the largest in size, from the vector before; where they settle slowly, the whole
/// decomposition. Golub and Van Loan (2013), Matrix Computations, section 7.3.
/// </remarks>
sealed class LargestRoot(int k)
{
    const int MostPowers = 60;
    // Of the root: rounding of one product.
    const double Settled = 4e-16;
    readonly double[] scaled = new double[k * k], product = new double[k], roots = new double[k];

    /// <param name="correlations">Row major.</param>
    /// <param name="log">Logarithms of the uniquenesses.</param>
    /// <param name="vector">Where to begin, zeros the first time; takes the vector found, of length 1.</param>
    public double Of(ReadOnlySpan<double> correlations, double[] log, double[] vector)
    {
        for (var j = 0; j < k; j++) roots[j] = Math.Exp(-log[j] / 2);
        for (var j = 0; j < k; j++)
            for (var l = 0; l < k; l++) scaled[j * k + l] = correlations[j * k + l] * roots[j] * roots[l];
        if (Powers(vector) is { } root) return root;
        var eigen = Matrix<double>.Build.Dense(k, k, scaled).Evd(Symmetricity.Symmetric);
        for (var j = 0; j < k; j++) vector[j] = eigen.EigenVectors[j, k - 1];
        return eigen.EigenValues[k - 1].Real;
    }

    double? Powers(double[] vector)
    {
        // Off the way a little, and in no direction that symmetric items may have, lest another root has become the largest.
        for (var j = 0; j < k; j++) vector[j] += 1e-6 * (k + j);
        for (var power = 0; power < MostPowers; power++)
        {
            double length = 0, root = 0, miss = 0;
            for (var j = 0; j < k; j++) length += vector[j] * vector[j];
            length = 1 / Math.Sqrt(length);
            for (var j = 0; j < k; j++) vector[j] *= length;
            for (var j = 0; j < k; j++)
            {
                var sum = 0.0;
                for (var l = 0; l < k; l++) sum += scaled[j * k + l] * vector[l];
                product[j] = sum;
                root += sum * vector[j];
            }
            for (var j = 0; j < k; j++) miss = Math.Max(miss, Math.Abs(product[j] - root * vector[j]));
            if (miss <= Settled * k * root) return root;
            // No root is under 0, so that this leaves the largest ahead of all others.
            var shift = Math.Min(1, root / 2);
            for (var j = 0; j < k; j++) vector[j] = product[j] - shift * vector[j];
        }
        return null;
    }
}

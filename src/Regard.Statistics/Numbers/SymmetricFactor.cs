namespace Regard.Statistics;

/// <summary>Cholesky factor of an information matrix, scaled to a diagonal of 1 first so that units play no part.</summary>
sealed class SymmetricFactor
{
    const double LeastOwnShare = 1e-14;

    readonly double[] lower, scale;
    readonly int n;

    SymmetricFactor(double[] lower, double[] scale) => (this.lower, this.scale, n) = (lower, scale, scale.Length);

    /// <summary>Null when the matrix is not positive definite.</summary>
    /// <param name="matrix">Row major, symmetric.</param>
    /// <param name="size">Rows.</param>
    public static SymmetricFactor? Of(ReadOnlySpan<double> matrix, int size)
    {
        var (l, scale) = (new double[size * size], new double[size]);
        for (var j = 0; j < size; j++)
        {
            if (!(matrix[j * size + j] > 0 && double.IsFinite(matrix[j * size + j]))) return null;
            scale[j] = 1 / Math.Sqrt(matrix[j * size + j]);
        }
        for (var j = 0; j < size; j++)
            for (var i = 0; i <= j; i++)
            {
                var sum = matrix[j * size + i] * scale[j] * scale[i];
                for (var m = 0; m < i; m++) sum -= l[j * size + m] * l[i * size + m];
                if (i < j) l[j * size + i] = sum / l[i * size + i];
                else if (!(sum > LeastOwnShare)) return null;
                else l[j * size + j] = Math.Sqrt(sum);
            }
        return new(l, scale);
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = new double[n];
        for (var i = 0; i < n; i++) x[i] = right[i] * scale[i];
        for (var i = 0; i < n; i++)
        {
            for (var m = 0; m < i; m++) x[i] -= lower[i * n + m] * x[m];
            x[i] /= lower[i * n + i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var m = i + 1; m < n; m++) x[i] -= lower[m * n + i] * x[m];
            x[i] /= lower[i * n + i];
        }
        for (var i = 0; i < n; i++) x[i] *= scale[i];
        return x;
    }

    /// <summary>The inverse, row major.</summary>
    public double[] Inverse()
    {
        var (inverse, unit) = (new double[n * n], new double[n]);
        for (var j = 0; j < n; j++)
        {
            Array.Clear(unit);
            unit[j] = 1;
            Solve(unit).CopyTo(inverse, j * n);
        }
        return inverse;
    }
}

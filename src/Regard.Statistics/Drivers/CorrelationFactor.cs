namespace Regard.Statistics;

/// <summary>Cholesky factor of a correlation matrix, refusing what determines itself by name.</summary>
sealed class CorrelationFactor
{
    // A column of which less than this share is its own (a variance inflation of ten thousand million) is none.
    internal const double LeastOwnShare = 1e-10;

    readonly double[] lower;
    readonly int order;

    CorrelationFactor(double[] lower, int order) => (this.lower, this.order) = (lower, order);

    /// <param name="correlations">Row major.</param>
    /// <param name="names">One a column.</param>
    /// <exception cref="DataRefused">A column follows from those before it.</exception>
    public static CorrelationFactor Of(double[] correlations, IReadOnlyList<string> names)
    {
        var (k, l) = (names.Count, new double[names.Count * names.Count]);
        for (var j = 0; j < k; j++)
        {
            for (var i = 0; i <= j; i++)
            {
                var sum = correlations[j * k + i];
                for (var m = 0; m < i; m++) sum -= l[j * k + m] * l[i * k + m];
                if (i < j) l[j * k + i] = sum / l[i * k + i];
                else if (sum < LeastOwnShare) throw Determined(l, j, names, sum);
                else l[j * k + j] = Math.Sqrt(sum);
            }
        }
        return new(l, k);
    }

    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = right.ToArray();
        for (var i = 0; i < order; i++)
        {
            for (var m = 0; m < i; m++) x[i] -= lower[i * order + m] * x[m];
            x[i] /= lower[i * order + i];
        }
        return Back(lower, order, order, x);
    }

    /// <summary>The inverse, row major.</summary>
    public double[] Inverse()
    {
        var (inverse, unit) = (new double[order * order], new double[order]);
        for (var j = 0; j < order; j++)
        {
            Array.Clear(unit);
            unit[j] = 1;
            Solve(unit).CopyTo(inverse, j * order);
        }
        return inverse;
    }

    static double[] Back(double[] l, int stride, int order, double[] x)
    {
        for (var i = order - 1; i >= 0; i--)
        {
            for (var m = i + 1; m < order; m++) x[i] -= l[m * stride + i] * x[m];
            x[i] /= l[i * stride + i];
        }
        return x;
    }

    static DataRefused Determined(double[] l, int column, IReadOnlyList<string> names, double left)
    {
        var k = names.Count;
        var weights = Back(l, k, column, l[(column * k)..(column * k + column)]);
        var others = Enumerable.Range(0, column).Where(i => Math.Abs(weights[i]) > 1e-6).Select(i => names[i]).ToArray();
        var list = string.Join(", ", others);
        return left < -LeastOwnShare
            ? new(DataFault.Collinear, $"The correlations of {names[column]} with {list} contradict one another: different respondents answered them. Use complete rows.", [names[column], .. others])
            : new(DataFault.Collinear, $"{names[column]} follows exactly from {list}: leave one of them out.", [names[column], .. others]);
    }
}

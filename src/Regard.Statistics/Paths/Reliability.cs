namespace Regard.Statistics;

/// <summary>Reliability of a block of items from a matrix of their correlations or covariances.</summary>
static class Reliability
{
    /// <summary>Alpha of items first to last; null for one item, or when their sum has no variance.</summary>
    public static double? Alpha(Func<int, int, double> matrix, int first, int last)
    {
        var k = last - first + 1;
        if (k < 2) return null;
        double trace = 0, total = 0;
        for (var i = first; i <= last; i++)
            for (var j = first; j <= last; j++)
            {
                total += matrix(i, j);
                if (i == j) trace += matrix(i, j);
            }
        return total > 0 ? k / (k - 1.0) * (1 - trace / total) : null;
    }

    /// <summary>Composite reliability from loadings.</summary>
    public static double RhoC(ReadOnlySpan<double> loadings)
    {
        double sum = 0, errors = 0;
        foreach (var l in loadings) (sum, errors) = (sum + l, errors + 1 - l * l);
        return sum * sum / (sum * sum + errors);
    }
}

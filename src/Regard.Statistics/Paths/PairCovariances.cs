using System.Runtime.CompilerServices;
namespace Regard.Statistics;

/// <summary>From sums of products to means, covariances and correlations; without allocation.</summary>
static class PairCovariances
{
    // A variance this small beside the mean square is rounding.
    const double Rounding = 1e-13;

    /// <summary>Fills means (from the pivot) and covariances with the weights as divisor.</summary>
    /// <param name="layout">Where the sums stand.</param>
    /// <param name="missing">What becomes of missing answers; of no account for complete ones.</param>
    /// <param name="sums">As <see cref="CrossProducts.Add"/> leaves them.</param>
    /// <param name="counts">Rows that have both answers, items x items: gives the factor n / (n - 1) of pairwise covariances. Empty: taken from the sums.</param>
    /// <param name="means">One an item.</param>
    /// <param name="covariances">items x stride.</param>
    /// <param name="stride">From one row to the next.</param>
    /// <returns>-1, or the first item without variance.</returns>
    public static int Fill(SumsLayout layout, MissingAnswers missing, ReadOnlySpan<double> sums, ReadOnlySpan<double> counts, Span<double> means, Span<double> covariances, int stride)
    {
        if (layout.Complete) return Complete(layout, sums, means, covariances, stride);
        var p = layout.Items;
        for (var j = 0; j < p; j++)
        {
            var n = sums[layout.At(j, j)];
            if (!(n > 0)) return j;
            means[j] = sums[layout.At(j, p + j)] / n;
        }
        for (var j = 0; j < p; j++)
            for (var k = j; k < p; k++)
            {
                double w = sums[layout.At(j, k)], sj = sums[layout.At(k, p + j)], sk = sums[layout.At(j, p + k)], cross = sums[layout.At(p + j, p + k)];
                double value;
                if (missing == MissingAnswers.Mean) value = cross - means[j] * sk - means[k] * sj + means[j] * means[k] * w;
                else
                {
                    var n = counts.IsEmpty ? w : counts[j * p + k];
                    if (!(n > 1 && w > 0)) return j;
                    value = (cross - sj * sk / w) / w * (n / (n - 1));
                }
                covariances[j * stride + k] = covariances[k * stride + j] = value;
                if (j == k && !(value > Rounding * cross)) return j;
            }
        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Complete(SumsLayout layout, ReadOnlySpan<double> sums, Span<double> means, Span<double> covariances, int stride)
    {
        var p = layout.Items;
        var scale = 1 / sums[0];
        for (var j = 0; j < p; j++) means[j] = sums[1 + j] * scale;
        for (var j = 0; j < p; j++)
        {
            var row = sums[layout.Row(1 + j)..];
            for (var k = j; k < p; k++)
                covariances[j * stride + k] = covariances[k * stride + j] = row[1 + k] * scale - means[j] * means[k];
            if (!(covariances[j * stride + j] > Rounding * row[1 + j] * scale)) return j;
        }
        return -1;
    }

    /// <summary>Turns covariances into correlations in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Standardise(int items, Span<double> matrix, int stride, Span<double> deviations)
    {
        for (var j = 0; j < items; j++) deviations[j] = 1 / Math.Sqrt(matrix[j * stride + j]);
        for (var j = 0; j < items; j++)
        {
            var row = matrix.Slice(j * stride, items);
            for (var k = 0; k < items; k++) row[k] *= deviations[j] * deviations[k];
            row[j] = 1;
        }
        for (var j = 0; j < items; j++) deviations[j] = 1 / deviations[j];
    }
}

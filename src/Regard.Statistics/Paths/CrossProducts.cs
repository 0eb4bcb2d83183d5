using System.Runtime.CompilerServices;
using System.Numerics;

namespace Regard.Statistics;

/// <summary>Sums of weighted products of all pairs of columns.</summary>
static class CrossProducts
{
    /// <summary>Rows are taken in multiples of this; the rest is to have weight 0.</summary>
    public static int Padded(int rows) => (rows + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;

    /// <summary>Adds sum over i of w_i x_ia x_ib for all a at most b.</summary>
    /// <param name="columns">Column a begins at a x stride.</param>
    /// <param name="stride">From one column to the next.</param>
    /// <param name="weights">One a row, its length a multiple as <see cref="Padded"/> says.</param>
    /// <param name="layout">How many columns, and where the sums stand.</param>
    /// <param name="sums">Added to.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<double> columns, int stride, ReadOnlySpan<double> weights, SumsLayout layout, Span<double> sums)
    {
        var q = layout.Columns;
        Span<double> tile = stackalloc double[8];
        for (var a = 0; a < q; a += 4)
            for (var b = a; b < q; b += 2)
            {
                Tile(columns[(a * stride)..], columns[(b * stride)..], stride, Math.Min(4, q - a) - 1, Math.Min(2, q - b) - 1, weights, tile);
                for (var i = 0; i < 4 && a + i < q; i++)
                    for (var j = 0; j < 2 && b + j < q; j++)
                        if (b + j >= a + i) sums[layout.Row(a + i) + b + j] += tile[2 * i + j];
            }
    }

    // Eight sums in registers at a time. Beyond the last column the last is taken once more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int stride, int lastLeft, int lastRight, ReadOnlySpan<double> weights, Span<double> sums)
    {
        ref readonly var w = ref weights[0];
        ref readonly var a0 = ref left[0];
        ref readonly var a1 = ref left[Math.Min(1, lastLeft) * stride];
        ref readonly var a2 = ref left[Math.Min(2, lastLeft) * stride];
        ref readonly var a3 = ref left[Math.Min(3, lastLeft) * stride];
        ref readonly var b0 = ref right[0];
        ref readonly var b1 = ref right[Math.Min(1, lastRight) * stride];
        Vector<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (nuint i = 0; i < (nuint)weights.Length; i += (nuint)Vector<double>.Count)
        {
            var (x, y) = (Vector.LoadUnsafe(in b0, i), Vector.LoadUnsafe(in b1, i));
            var weight = Vector.LoadUnsafe(in w, i);
            var z = weight * Vector.LoadUnsafe(in a0, i);
            s0 = Vector.MultiplyAddEstimate(z, x, s0);
            s1 = Vector.MultiplyAddEstimate(z, y, s1);
            z = weight * Vector.LoadUnsafe(in a1, i);
            s2 = Vector.MultiplyAddEstimate(z, x, s2);
            s3 = Vector.MultiplyAddEstimate(z, y, s3);
            z = weight * Vector.LoadUnsafe(in a2, i);
            s4 = Vector.MultiplyAddEstimate(z, x, s4);
            s5 = Vector.MultiplyAddEstimate(z, y, s5);
            z = weight * Vector.LoadUnsafe(in a3, i);
            s6 = Vector.MultiplyAddEstimate(z, x, s6);
            s7 = Vector.MultiplyAddEstimate(z, y, s7);
        }
        sums[0] = Vector.Sum(s0);
        sums[1] = Vector.Sum(s1);
        sums[2] = Vector.Sum(s2);
        sums[3] = Vector.Sum(s3);
        sums[4] = Vector.Sum(s4);
        sums[5] = Vector.Sum(s5);
        sums[6] = Vector.Sum(s6);
        sums[7] = Vector.Sum(s7);
    }
}

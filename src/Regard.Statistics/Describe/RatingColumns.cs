using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Regard.Statistics;

/// <summary>Pairs of byte columns as sums of products, 64 rows at a time, where the processor multiplies and adds 512-bit vectors of bytes.</summary>
sealed class RatingColumns(int slots, AnswerCounts counts)
{
    const int Lanes = 64;

    // So many rows of 24 columns stay in the second-level cache.
    const int MostRows = 8192;

    // Above, 16-bit sums of products hold too few rows to be worth it.
    const int HighestStep = 45;

    readonly long[] sums = new long[slots];

    public static bool IsSupported => Avx512BW.IsSupported;

    /// <summary>Folds rows in multiples of 64, all of them answered.</summary>
    /// <returns>Rows folded; 0 when there are fewer than 64, an answer among them is missing, or a step is high.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fold(ReadOnlySpan<byte> columns, int stride, int count, MomentLayer layer)
    {
        var rows = Math.Min(count, MostRows) / Lanes * Lanes;
        if (rows == 0) return 0;
        var highest = 0;
        for (var j = 0; j < slots; j++) highest = Math.Max(highest, Highest(columns.Slice(j * stride, rows)));
        if (highest > HighestStep) return 0;
        rows = Math.Min(rows, short.MaxValue / Math.Max(1, 2 * highest * highest) * Lanes);
        for (var j = 0; j < slots; j++) sums[j] = Count(j, columns.Slice(j * stride, rows), highest);
        Span<int> tile = stackalloc int[16];
        for (var j = 0; j < slots; j += 4)
            for (var k = j; k < slots; k += 4)
            {
                Tile(columns[(j * stride)..], columns[(k * stride)..], stride, Math.Min(4, slots - j) - 1, Math.Min(4, slots - k) - 1, rows, tile);
                for (var a = 0; a < 4 && j + a < slots; a++)
                    for (var b = 0; b < 4 && k + b < slots; b++)
                        if (k + b > j + a) AddPair(layer, j + a, k + b, rows, tile[4 * a + b]);
            }
        counts.Counted(rows, layer);
        return rows;
    }

    void AddPair(MomentLayer layer, int j, int k, int rows, int cross)
    {
        int jk = j * slots + k, kj = k * slots + j;
        layer.S0[jk] += rows;
        layer.S0[kj] += rows;
        layer.S1[jk] += sums[j];
        layer.S1[kj] += sums[k];
        layer.S2[jk] += cross;
        layer.S2[kj] += cross;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static int Highest(ReadOnlySpan<byte> column)
    {
        var most = Vector512<byte>.Zero;
        ref readonly var first = ref column[0];
        for (nuint i = 0; i < (nuint)column.Length; i += Lanes) most = Vector512.Max(most, Vector512.LoadUnsafe(in first, i));
        var highest = 0;
        for (var lane = 0; lane < Lanes; lane++) highest = Math.Max(highest, most[lane]);
        return highest;
    }

    // Counts each answer; their sum.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    long Count(int slot, ReadOnlySpan<byte> column, int highest)
    {
        var (sum, rest) = (0L, (uint)column.Length);
        ref readonly var first = ref column[0];
        for (var step = highest; step > 0 && rest > 0; step--)
        {
            var (wanted, count) = (Vector512.Create((byte)step), 0);
            for (nuint i = 0; i < (nuint)column.Length; i += Lanes)
                count += BitOperations.PopCount(Vector512.Equals(Vector512.LoadUnsafe(in first, i), wanted).ExtractMostSignificantBits());
            counts.Add(slot, (byte)step, (uint)count);
            sum += (long)step * count;
            rest -= (uint)count;
        }
        counts.Add(slot, 0, rest);
        return sum;
    }

    // Sixteen sums in registers. Beyond the last column the last is taken once more.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Tile(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, int stride, int lastLeft, int lastRight, int rows, Span<int> into)
    {
        ref readonly var a0 = ref left[0];
        ref readonly var a1 = ref left[Math.Min(1, lastLeft) * stride];
        ref readonly var a2 = ref left[Math.Min(2, lastLeft) * stride];
        ref readonly var a3 = ref left[Math.Min(3, lastLeft) * stride];
        ref readonly var b0 = ref right[0];
        ref readonly var b1 = ref right[Math.Min(1, lastRight) * stride];
        ref readonly var b2 = ref right[Math.Min(2, lastRight) * stride];
        ref readonly var b3 = ref right[Math.Min(3, lastRight) * stride];
        Vector512<short> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        Vector512<short> s8 = default, s9 = default, s10 = default, s11 = default, s12 = default, s13 = default, s14 = default, s15 = default;
        for (nuint i = 0; i < (nuint)rows; i += Lanes)
        {
            var (p, q) = (Vector512.LoadUnsafe(in b0, i).AsSByte(), Vector512.LoadUnsafe(in b1, i).AsSByte());
            var (r, s) = (Vector512.LoadUnsafe(in b2, i).AsSByte(), Vector512.LoadUnsafe(in b3, i).AsSByte());
            var x = Vector512.LoadUnsafe(in a0, i);
            s0 += Avx512BW.MultiplyAddAdjacent(x, p);
            s1 += Avx512BW.MultiplyAddAdjacent(x, q);
            s2 += Avx512BW.MultiplyAddAdjacent(x, r);
            s3 += Avx512BW.MultiplyAddAdjacent(x, s);
            x = Vector512.LoadUnsafe(in a1, i);
            s4 += Avx512BW.MultiplyAddAdjacent(x, p);
            s5 += Avx512BW.MultiplyAddAdjacent(x, q);
            s6 += Avx512BW.MultiplyAddAdjacent(x, r);
            s7 += Avx512BW.MultiplyAddAdjacent(x, s);
            x = Vector512.LoadUnsafe(in a2, i);
            s8 += Avx512BW.MultiplyAddAdjacent(x, p);
            s9 += Avx512BW.MultiplyAddAdjacent(x, q);
            s10 += Avx512BW.MultiplyAddAdjacent(x, r);
            s11 += Avx512BW.MultiplyAddAdjacent(x, s);
            x = Vector512.LoadUnsafe(in a3, i);
            s12 += Avx512BW.MultiplyAddAdjacent(x, p);
            s13 += Avx512BW.MultiplyAddAdjacent(x, q);
            s14 += Avx512BW.MultiplyAddAdjacent(x, r);
            s15 += Avx512BW.MultiplyAddAdjacent(x, s);
        }
        (into[0], into[1], into[2], into[3]) = (Sum(s0), Sum(s1), Sum(s2), Sum(s3));
        (into[4], into[5], into[6], into[7]) = (Sum(s4), Sum(s5), Sum(s6), Sum(s7));
        (into[8], into[9], into[10], into[11]) = (Sum(s8), Sum(s9), Sum(s10), Sum(s11));
        (into[12], into[13], into[14], into[15]) = (Sum(s12), Sum(s13), Sum(s14), Sum(s15));
    }

    static int Sum(Vector512<short> sums) => Vector512.Sum(Avx512BW.MultiplyAddAdjacent(sums, Vector512<short>.One));
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>A block of unweighted rows turned into columns, so that pairs of slots become integer dot products.</summary>
sealed class RatingBlock
{
    // 256 rows of 24 slots as 16-bit columns stay in the first-level cache.
    const int Rows = 256;

    readonly int slots;
    readonly ushort[] answers, present;
    readonly AnswerCounts counts;
    readonly int[] answered, sums;
    int filled;

    public RatingBlock(int slots, AnswerCounts counts)
    {
        (this.slots, this.counts) = (slots, counts);
        answers = new ushort[slots * Rows];
        present = new ushort[slots * Rows];
        answered = new int[slots];
        sums = new int[slots];
    }

    public bool Full => filled == Rows;

    /// <summary>Copies rows until the block is full; says how many.</summary>
    public int Take(ReadOnlySpan<byte> packed, int stride, int count)
    {
        var taken = Math.Min(count, Rows - filled);
        for (var i = 0; i < taken; i++)
        {
            var row = packed.Slice(i * stride, slots);
            var at = filled + i;
            for (var j = 0; j < row.Length; j++)
            {
                answers[j * Rows + at] = row[j];
                counts.Add(j, row[j]);
            }
        }
        filled += taken;
        return taken;
    }

    /// <summary>The same from columns: slot j begins at j x stride.</summary>
    public int TakeColumns(ReadOnlySpan<byte> columns, int stride, int count)
    {
        var taken = Math.Min(count, Rows - filled);
        for (var j = 0; j < slots; j++)
        {
            var from = columns.Slice(j * stride, taken);
            var to = answers.AsSpan(j * Rows + filled, taken);
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = from[i];
                counts.Add(j, from[i]);
            }
        }
        filled += taken;
        return taken;
    }

    /// <summary>Adds the pairs of the block to the layer and empties it. Answers the rows that hold any rating.</summary>
    public long Fold(MomentLayer layer)
    {
        if (filled == 0) return 0;
        var (rows, highest, complete) = (filled, Separate(), slots > 0);
        for (var j = 0; j < slots; j++) complete &= answered[j] == rows;
        for (var j = 0; j < slots; j++)
            for (var k = j + 1; k < slots; k++)
                AddPair(layer, j, k, rows, highest);
        var respondents = complete ? rows : Respondents();
        filled = 0;
        counts.Counted(rows, layer);
        return respondents;
    }

    void AddPair(MomentLayer layer, int j, int k, int rows, int highest)
    {
        int jk = j * slots + k, kj = k * slots + j;
        var xj = Column(answers, j);
        var xk = Column(answers, k);
        var mj = Column(present, j);
        var mk = Column(present, k);
        double cross = Dot(xj, xk, highest * highest);
        double both = answered[k] == rows ? answered[j] : answered[j] == rows ? answered[k] : Dot(mj, mk, 1);
        layer.S0[jk] += both;
        layer.S0[kj] += both;
        layer.S1[jk] += answered[k] == rows ? sums[j] : Dot(xj, mk, highest);
        layer.S1[kj] += answered[j] == rows ? sums[k] : Dot(xk, mj, highest);
        layer.S2[jk] += cross;
        layer.S2[kj] += cross;
    }

    // Parts each column into answers (0 where missing) and presence (1 or 0). Answers the highest step of the block.
    int Separate()
    {
        var highest = Vector<ushort>.Zero;
        for (var j = 0; j < slots; j++)
        {
            answers.AsSpan(j * Rows + filled, Rows - filled).Fill(Moments.Missing);
            var x = Column(answers, j);
            var m = Column(present, j);
            var (here, sum) = (Vector<ushort>.Zero, Vector<ushort>.Zero);
            for (var i = 0; i < x.Length; i++)
            {
                var missing = Vector.Equals(x[i], new Vector<ushort>(Moments.Missing));
                m[i] = Vector.AndNot(Vector<ushort>.One, missing);
                x[i] = Vector.AndNot(x[i], missing);
                here += m[i];
                sum += x[i];
                highest = Vector.Max(highest, x[i]);
            }
            // 256 x 254 still fits 16 bits.
            answered[j] = Vector.Sum(here);
            sums[j] = Vector.Sum(sum);
        }
        var most = 0;
        for (var lane = 0; lane < Vector<ushort>.Count; lane++) most = Math.Max(most, highest[lane]);
        return most;
    }

    long Respondents()
    {
        var any = 0;
        for (var i = 0; i < Rows / Vector<ushort>.Count; i++)
        {
            var row = Vector<ushort>.Zero;
            for (var j = 0; j < slots; j++) row |= Column(present, j)[i];
            any += Vector.Sum(row);
        }
        return any;
    }

    // Adds products in 16-bit lanes for as long as they cannot run over, then widens.
    static long Dot(ReadOnlySpan<Vector<ushort>> a, ReadOnlySpan<Vector<ushort>> b, int largestProduct)
    {
        var safe = Math.Max(1, ushort.MaxValue / Math.Max(1, largestProduct));
        var total = Vector<uint>.Zero;
        for (var from = 0; from < a.Length; from += safe)
        {
            var to = Math.Min(a.Length, from + safe);
            var sum = Vector<ushort>.Zero;
            for (var i = from; i < to; i++) sum += a[i] * b[i];
            Vector.Widen(sum, out var low, out var high);
            total += low + high;
        }
        return Vector.Sum(total);
    }

    static Span<Vector<ushort>> Column(ushort[] columns, int slot) =>
        MemoryMarshal.Cast<ushort, Vector<ushort>>(columns.AsSpan(slot * Rows, Rows));
}

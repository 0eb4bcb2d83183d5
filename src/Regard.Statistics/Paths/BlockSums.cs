using System.Runtime.CompilerServices;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Regard.Statistics;

/// <summary>Blocks of rows (or cells) as units: what is kept of a block is its sums.</summary>
sealed class BlockSums : SumSource
{
    readonly double[] blocks;
    readonly int stride;

    BlockSums(SumsLayout layout, double[][] sums, MissingAnswers missing, double[] pivots, double[] counts) : base(layout, sums.Length, missing, pivots, counts)
    {
        stride = PathSolver.Stride(layout.Length);
        blocks = new double[sums.Length * stride];
        for (var b = 0; b < sums.Length; b++) sums[b].CopyTo(blocks, b * stride);
    }

    /// <summary>Rows dealt to blocks by chance, so that the order of the file does not matter.</summary>
    public static BlockSums Of(AnswerRows rows, MissingAnswers missing, double[] counts, int blocks, Draws draws) =>
        Of(rows, missing, counts, Deal([.. Enumerable.Range(0, rows.Rows)], blocks, draws));

    /// <summary>Rows in blocks that are given.</summary>
    public static BlockSums Of(AnswerRows rows, MissingAnswers missing, double[] counts, IReadOnlyList<ArraySegment<int>> blocks)
    {
        var sums = new double[blocks.Count][];
        Parallel.For(0, blocks.Count, b => sums[b] = rows.Sums(blocks[b]));
        return new(rows.Layout, sums, missing, rows.Pivots.ToArray(), counts);
    }

    /// <summary>Shuffles rows and cuts them into blocks of equal size, give or take one.</summary>
    public static ArraySegment<int>[] Deal(int[] rows, int blocks, Draws draws)
    {
        var stream = draws.Of(0);
        stream.Shuffle<int>(rows);
        int Cut(int block) => (int)((long)rows.Length * block / blocks);
        return [.. Enumerable.Range(0, blocks).Select(b => new ArraySegment<int>(rows, Cut(b), Cut(b + 1) - Cut(b)))];
    }

    /// <summary>Cells as they are.</summary>
    public static BlockSums Of(CellItems items, IReadOnlyList<Moments> cells, Moments all, MissingAnswers missing)
    {
        var layout = new SumsLayout(items.Slots.Length, items.Complete(all));
        double[] counts = all.UnitWeights ? [] : [.. items.Slots.SelectMany(j => items.Slots.Select(k => (double)all.N(j, k)))];
        return new(layout, [.. cells.Select(c => items.Sums(c.First, layout))], missing, [.. items.Scales.Select(s => (double)s.From)], counts);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Sum(Span<double> multiplicities, Span<double> sums)
    {
        var to = MemoryMarshal.Cast<double, Vector<double>>(sums);
        to.Clear();
        for (var b = 0; b < Units; b++)
        {
            var times = multiplicities[b];
            if (times == 0) continue;
            var from = MemoryMarshal.Cast<double, Vector<double>>(blocks.AsSpan(b * stride, stride));
            for (var i = 0; i < from.Length; i++) to[i] += from[i] * times;
        }
    }
}

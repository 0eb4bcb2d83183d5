using Regard.Statistics;
namespace Regard.Benchmarks.Paths;

/// <summary>Made-up answers to the 24 questions of the ECSI model, 1 to 10: a general opinion, one of each construct, one of each question.</summary>
sealed class EcsiAnswers
{
    public static readonly PathModel Model = ShippedModels.Read("ECSI");
    public static readonly Scale[] Scales = [.. Model.Items.Select(_ => new Scale(1, 10))];

    /// <summary>Row after row, steps from 0.</summary>
    public byte[] Rows { get; }
    /// <summary>Question after question.</summary>
    public byte[] Columns { get; }
    public int Count { get; }

    public EcsiAnswers(int count, int seed)
    {
        (Count, Rows, Columns) = (count, new byte[count * 24], new byte[24 * count]);
        int[] owner = [.. Model.Constructs.SelectMany((c, k) => Enumerable.Repeat(k, c.Items.Count))];
        var opinions = new double[Model.Constructs.Count];
        for (var row = 0; row < count; row++)
        {
            var stream = Draws.Seeded(seed).Of(row);
            var general = stream.Normal();
            foreach (ref var opinion in opinions.AsSpan()) opinion = 0.7 * general + 0.7 * stream.Normal();
            for (var item = 0; item < 24; item++)
                Columns[item * count + row] = Rows[row * 24 + item] = (byte)Math.Clamp(Math.Round(6.3 + 1.4 * opinions[owner[item]] + 1.2 * stream.Normal()) - 1, 0, 9);
        }
    }

    public Observations Observations() => Statistics.Observations.Of(
        Model.Items, [.. Enumerable.Range(0, 24).Select(j => Enumerable.Range(j * Count, Count).Select(i => 1.0 + Columns[i]).ToArray())]);

    public Moments Fold(int from, int count)
    {
        var builder = new MomentsBuilder(24);
        builder.Add(Rows.AsSpan(from * 24), 24, count);
        return builder.ToMoments();
    }

    public Moments FoldColumns()
    {
        var builder = new MomentsBuilder(24);
        builder.AddColumns(Columns, Count, Count);
        return builder.ToMoments();
    }
}

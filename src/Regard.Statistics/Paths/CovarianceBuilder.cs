namespace Regard.Statistics;

/// <summary>Makes a <see cref="CovarianceMatrix"/> with the errors of its means.</summary>
static class CovarianceBuilder
{
    public static CovarianceMatrix Of(AnswerRows rows, MissingAnswers missing, int all)
    {
        var sums = rows.Sums();
        var counts = rows.Weighted ? rows.Sums(power: 0) : sums;
        var squares = rows.Weighted ? rows.Sums(power: 2) : sums;
        double total = 0, squared = 0;
        for (var i = 0; i < rows.Rows; i++) (total, squared) = (total + rows.Weight(i), squared + rows.Weight(i) * rows.Weight(i));
        return Make(rows.Layout, rows.Names, missing, new(sums, counts, squares, rows.Pivots.ToArray(), total, total * total / squared, rows.Rows), all - rows.Rows, new Scale?[rows.Names.Count]);
    }

    public static CovarianceMatrix Of(CellItems items, Moments cell, MissingAnswers missing)
    {
        var layout = new SumsLayout(items.Slots.Length, items.Complete(cell));
        if (!layout.Complete && missing == MissingAnswers.Casewise)
            throw new DataRefused(DataFault.Missing, "Answers are missing, and cells keep no rows to leave out: take the mean or pairs.");
        var sums = items.Sums(cell.First, layout);
        var counts = cell.UnitWeights ? sums : items.Sums(cell.Counted, layout);
        var squares = cell.UnitWeights ? sums : items.Sums(cell.Second, layout);
        // Cells know the weight of an item's respondents, not of all: the item answered most stands for it. It scales all covariances alike.
        var most = items.Slots.MaxBy(j => cell.N(j));
        double total = cell.First.Weight(most, most), squared = cell.Second.Weight(most, most);
        var n = layout.Complete ? cell.N(most) : cell.Respondents;
        var parts = new Parts(sums, counts, squares, [.. items.Scales.Select(s => (double)s.From)], total, squared > 0 ? total * total / squared : 0, n);
        return Make(layout, items.Names, missing, parts, cell.Rows - n, [.. items.Scales.Select(s => (Scale?)s)]);
    }

    sealed record Parts(double[] Sums, double[] Counts, double[] Squares, double[] Pivots, double Total, double EffectiveN, long Rows);

    static CovarianceMatrix Make(SumsLayout layout, IReadOnlyList<string> names, MissingAnswers missing, Parts of, long leftOut, IReadOnlyList<Scale?> scales)
    {
        var p = layout.Items;
        var n = new long[p * p];
        for (var j = 0; j < p; j++)
            for (var k = 0; k < p; k++) n[j * p + k] = (long)of.Counts[layout.At(layout.Present(j), layout.Present(k))];
        Check(names, n, of.Rows);
        var (means, values) = (new double[p], new double[p * p]);
        var bare = PairCovariances.Fill(layout, missing, of.Sums, [.. n.Select(c => (double)c)], means, values, p);
        if (bare >= 0) throw new DataRefused(DataFault.Constant, $"All answers to {names[bare]} are equal: nothing can be told from it.", names[bare]);
        // Pairwise covariances have their own factor already.
        var factor = layout.Complete ? of.Rows / (of.Rows - 1.0) : missing == MissingAnswers.Mean ? of.Rows / (of.Rows - 1.0) / of.Total : 1;
        for (var i = 0; i < values.Length; i++) values[i] *= factor;
        var thinnest = layout.Complete || missing == MissingAnswers.Mean ? of.Rows : n.Min();
        return new(names, values, Errors(layout, of, means, n), thinnest, layout.Complete ? of.EffectiveN : of.EffectiveN * thinnest / of.Rows)
        {
            Missing = layout.Complete && leftOut == 0 ? null : missing, LeftOut = leftOut, Scales = scales,
        };
    }

    static void Check(IReadOnlyList<string> names, long[] n, long rows)
    {
        var p = names.Count;
        for (var j = 0; j < p; j++)
            if (n[j * p + j] == 0) throw new DataRefused(DataFault.Missing, $"Nobody answered {names[j]}.", names[j]);
        if (rows < 2) throw new DataRefused(DataFault.TooFewRows, $"{rows} rows are too few.");
        for (var j = 0; j < p; j++)
            for (var k = 0; k < j; k++)
                if (n[j * p + k] < 2) throw new DataRefused(DataFault.TooFewRows, $"Fewer than two respondents answered both {names[k]} and {names[j]}.", names[k], names[j]);
    }

    // As SlotMeans.Of, from the sums with squared weights.
    static SlotMeans Errors(SumsLayout layout, Parts of, double[] fromPivot, long[] n)
    {
        var p = layout.Items;
        var (means, covariance, effective) = (new double[p], new double[p, p], new double[p]);
        double At(int a, int b) => of.Squares[layout.At(a, b)];
        double Scaled(int j) => Math.Sqrt(n[j * p + j] / (n[j * p + j] - 1.0)) / of.Sums[layout.At(layout.Present(j), layout.Present(j))];
        for (var j = 0; j < p; j++)
        {
            var w = of.Sums[layout.At(layout.Present(j), layout.Present(j))];
            effective[j] = w * w / At(layout.Present(j), layout.Present(j));
            means[j] = of.Pivots[j] + fromPivot[j];
            for (var k = 0; k <= j; k++)
            {
                var centred = At(layout.Value(j), layout.Value(k)) - fromPivot[j] * At(layout.Present(j), layout.Value(k))
                    - fromPivot[k] * At(layout.Present(k), layout.Value(j)) + fromPivot[j] * fromPivot[k] * At(layout.Present(j), layout.Present(k));
                covariance[j, k] = covariance[k, j] = Scaled(j) * Scaled(k) * centred;
            }
        }
        return new(means, covariance, [.. Enumerable.Range(0, p).Select(j => n[j * p + j])], effective, [.. effective.Select(e => e - 1)]);
    }
}

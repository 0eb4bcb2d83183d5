namespace Regard.Statistics;

/// <summary>Rows of answers made ready for cross-products: which rows count, with what weight, and what is subtracted from each item.</summary>
sealed class AnswerRows
{
    const int Chunk = 256, SmallestPart = 16384, MostParts = 16;

    readonly Observations answers;
    // Null when every row counts, with weight 1.
    readonly int[]? kept;
    readonly double[]? weights;
    readonly double[] pivots;

    AnswerRows(Observations answers, int[]? kept, double[]? weights, double[] pivots, bool complete)
    {
        (this.answers, this.kept, this.weights, this.pivots) = (answers, kept, weights, pivots);
        Layout = new(answers.Names.Count, complete);
        Rows = kept?.Length ?? answers.Rows;
    }

    public SumsLayout Layout { get; }
    public int Rows { get; }
    public bool Weighted => weights is not null;
    public double Weight(int row) => weights?[row] ?? 1;
    /// <summary>Subtracted from each item so that sums lose no digits; whole where items spread over whole numbers, so that their sums stay exact.</summary>
    public ReadOnlySpan<double> Pivots => pivots;
    public IReadOnlyList<string> Names => answers.Names;

    /// <exception cref="DataRefused">A weight is negative or not finite, nobody answered an item, or no row is left.</exception>
    public static AnswerRows Of(Observations answers, IReadOnlyList<double>? weights, MissingAnswers missing)
    {
        var (pivots, gaps) = (new double[answers.Names.Count], new bool[answers.Names.Count]);
        if (answers.Rows < SmallestPart)
            for (var j = 0; j < pivots.Length; j++) (pivots[j], gaps[j]) = Pivot(answers[j]);
        else Parallel.For(0, pivots.Length, j => (pivots[j], gaps[j]) = Pivot(answers[j]));
        if (weights is not null) CheckWeights(weights, answers.Rows);
        var anyGap = gaps.Contains(true);
        if (weights is null && !anyGap) return new(answers, null, null, pivots, complete: true);
        var kept = Enumerable.Range(0, answers.Rows).Where(i => weights is null || weights[i] > 0);
        if (anyGap) kept = kept.Where(i => missing == MissingAnswers.Casewise ? !Lacks(answers, gaps, i) : Has(answers, i));
        var rows = kept.ToArray();
        if (rows.Length == 0) throw new DataRefused(DataFault.TooFewRows, missing == MissingAnswers.Casewise ? "No row has all the answers." : "No row has any of the answers.");
        return new(answers, rows, weights is null ? null : [.. rows.Select(i => weights[i])], pivots, !anyGap || missing == MissingAnswers.Casewise);
    }

    /// <summary>Copies rows as columns of the layout.</summary>
    /// <param name="rows">Numbers of rows, 0 to <see cref="Rows"/> - 1.</param>
    /// <param name="columns">Filled; what lies beyond the rows is 0.</param>
    /// <param name="stride">From one column to the next.</param>
    public void Copy(ReadOnlySpan<int> rows, Span<double> columns, int stride)
    {
        for (var j = 0; j < Layout.Items; j++)
        {
            var from = answers[j];
            var pivot = pivots[j];
            var values = columns.Slice(Layout.Value(j) * stride, stride);
            for (var i = 0; i < rows.Length; i++) values[i] = from[kept is null ? rows[i] : kept[rows[i]]] - pivot;
            values[rows.Length..].Clear();
            if (!Layout.Complete) Separate(values, columns.Slice(j * stride, stride), rows.Length);
        }
        if (!Layout.Complete) return;
        columns[..rows.Length].Fill(1);
        columns[rows.Length..stride].Clear();
    }

    /// <summary>The sums over some rows.</summary>
    /// <param name="rows">Numbers of rows.</param>
    /// <param name="power">Of the weights: 0 counts rows.</param>
    public double[] Sums(ReadOnlySpan<int> rows, int power = 1)
    {
        var sums = new double[Layout.Length];
        var (columns, weight) = (new double[Layout.Columns * Chunk], new double[Chunk]);
        for (var from = 0; from < rows.Length; from += Chunk)
        {
            var some = rows[from..Math.Min(rows.Length, from + Chunk)];
            Copy(some, columns, Chunk);
            for (var i = 0; i < some.Length; i++) weight[i] = power switch { 0 => 1, 1 => Weight(some[i]), _ => Weight(some[i]) * Weight(some[i]) };
            CrossProducts.Add(columns, Chunk, weight.AsSpan(0, CrossProducts.Padded(some.Length)), Layout, sums);
        }
        return sums;
    }

    /// <summary>The sums over all rows; the same on any number of threads.</summary>
    public double[] Sums(int power = 1)
    {
        var parts = Math.Clamp(Rows / SmallestPart, 1, MostParts);
        if (parts == 1) return Sums([.. Enumerable.Range(0, Rows)], power);
        var sums = new double[parts][];
        Parallel.For(0, parts, part =>
        {
            var (from, to) = ((int)((long)Rows * part / parts), (int)((long)Rows * (part + 1) / parts));
            sums[part] = Sums([.. Enumerable.Range(from, to - from)], power);
        });
        for (var part = 1; part < parts; part++)
            for (var i = 0; i < sums[0].Length; i++) sums[0][i] += sums[part][i];
        return sums[0];
    }

    /// <summary>Rows that have both answers, items x items; empty where the sums themselves tell, or where nothing is missing.</summary>
    public double[] PairCounts()
    {
        if (Layout.Complete || !Weighted) return [];
        var (sums, p) = (Sums(power: 0), Layout.Items);
        return [.. Enumerable.Range(0, p * p).Select(i => sums[Layout.At(i / p, i % p)])];
    }

    static void Separate(Span<double> values, Span<double> present, int rows)
    {
        present.Clear();
        for (var i = 0; i < rows; i++)
            if (double.IsNaN(values[i])) values[i] = 0;
            else present[i] = 1;
    }

    static (double, bool) Pivot(ReadOnlySpan<double> column)
    {
        double sum = 0, least = double.PositiveInfinity, most = double.NegativeInfinity;
        var n = 0;
        foreach (var x in column)
        {
            if (double.IsNaN(x)) continue;
            sum += x;
            if (x < least) least = x;
            if (x > most) most = x;
            n++;
        }
        if (n == 0) return (0, true);
        return (most - least >= 1 ? Math.Round(sum / n) : sum / n, n < column.Length);
    }

    static void CheckWeights(IReadOnlyList<double> weights, int rows)
    {
        if (weights.Count != rows) throw new DataRefused(DataFault.BadWeights, $"{rows} rows need {rows} weights, not {weights.Count}.");
        var any = false;
        for (var i = 0; i < rows; i++)
        {
            if (!(double.IsFinite(weights[i]) && weights[i] >= 0)) throw new DataRefused(DataFault.BadWeights, $"The weight of row {i + 1} is not a number of 0 or more.");
            any |= weights[i] > 0;
        }
        if (!any) throw new DataRefused(DataFault.BadWeights, "All weights are 0.");
    }

    static bool Lacks(Observations answers, bool[] gaps, int row)
    {
        for (var j = 0; j < gaps.Length; j++)
            if (gaps[j] && double.IsNaN(answers[j][row])) return true;
        return false;
    }

    static bool Has(Observations answers, int row)
    {
        for (var j = 0; j < answers.Names.Count; j++)
            if (!double.IsNaN(answers[j][row])) return true;
        return false;
    }
}

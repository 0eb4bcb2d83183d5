namespace Regard.Statistics;

/// <summary>Means and covariances of named columns: all that correlation, regression and shares of drivers need to know of the rows.</summary>
public sealed class Covariances
{
    readonly double[] means, matrix;
    readonly Dictionary<string, int> places;

    Covariances(IReadOnlyList<string> names, double[] means, double[] matrix, long n, double effectiveN)
    {
        (Names, this.means, this.matrix, N, EffectiveN) = (names, means, matrix, n, effectiveN);
        places = names.Index().ToDictionary(x => x.Item, x => x.Index);
    }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Rows behind them; of pairwise moments those of the thinnest pair.</summary>
    public long N { get; }

    /// <summary>Kish's effective n; n without weights.</summary>
    public double EffectiveN { get; }

    /// <summary>From rows.</summary>
    /// <param name="data">Complete rows, no column constant.</param>
    /// <param name="weight">A further column of weights, none negative; rows of weight 0 count as absent. Null for 1.</param>
    /// <remarks>Two passes. Divisor n - 1; with weights sum w, times n / (n - 1).</remarks>
    /// <exception cref="DataRefused">A column is missing a value or constant, under two rows, or bad weights.</exception>
    public static Covariances Of(Observations data, string? weight = null)
    {
        var rows = WeightedRows.Of(data, weight);
        rows.Columns.Require(2);
        var deviations = Deviations.Of(rows);
        return new(rows.Columns.Names, deviations.Means, deviations.Covariance(rows.Weights), rows.N, rows.EffectiveN);
    }

    /// <summary>From the moments of a cell; missing answers pairwise.</summary>
    /// <param name="cell">E.g. of a unit in a wave.</param>
    /// <param name="slots">The slots to read, each with its name.</param>
    /// <param name="readings">How a slot is read, by slot of the cell; null for the stored steps.</param>
    /// <exception cref="DataRefused">A slot has no spread, or two slots share under two respondents.</exception>
    public static Covariances Of(Moments cell, IReadOnlyList<(string Name, int Slot)> slots, IReadOnlyList<Reading>? readings = null)
    {
        var (k, names) = (slots.Count, slots.Select(s => s.Name).ToArray());
        var (means, matrix) = (new double[k], new double[k * k]);
        var (fewest, effective) = (long.MaxValue, double.MaxValue);
        Reading Read(int slot) => readings?[slot] ?? new(0, 1);
        for (var a = 0; a < k; a++)
        {
            var j = slots[a].Slot;
            if (cell.N(j) > 1 && !cell.Spread(j)) throw new DataRefused(DataFault.Constant, $"All answers to {names[a]} are equal: there is nothing to explain by it.", names[a]);
            for (var b = 0; b <= a; b++)
            {
                var i = slots[b].Slot;
                if (cell.Covariance(j, i) is not { } covariance)
                    throw new DataRefused(DataFault.TooFewRows, a == b ? $"Fewer than two respondents answered {names[a]}." : $"Fewer than two respondents answered both {names[a]} and {names[b]}.", names[a], names[b]);
                matrix[a * k + b] = matrix[b * k + a] = Read(j).Factor * Read(i).Factor * covariance;
                fewest = Math.Min(fewest, cell.N(j, i));
                effective = Math.Min(effective, cell.First.Weight(j, i) * cell.First.Weight(j, i) / cell.Second.Weight(j, i));
            }
            means[a] = Read(j).Of(cell.First.Sum(j, j) / cell.First.Weight(j, j));
        }
        return new(names, means, matrix, fewest, effective);
    }

    /// <summary>From a covariance or correlation matrix worked out elsewhere.</summary>
    /// <param name="names">One a row of the matrix.</param>
    /// <param name="covariance">Symmetric, over 0 on the diagonal.</param>
    /// <param name="n">Rows behind it, at least 2.</param>
    /// <param name="means">One a name; null for 0.</param>
    /// <exception cref="DataRefused">The matrix does not fit the names, is not symmetric or has a variance of 0.</exception>
    public static Covariances Of(IReadOnlyList<string> names, double[,] covariance, long n, IReadOnlyList<double>? means = null)
    {
        var k = names.Count;
        if (covariance.GetLength(0) != k || covariance.GetLength(1) != k) throw new DataRefused(DataFault.BadSpecification, $"{k} names need a matrix of {k} by {k}.");
        if (n < 2) throw new DataRefused(DataFault.TooFewRows, $"{n} rows are too few for covariances.");
        var matrix = new double[k * k];
        for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++)
            {
                if (!(Math.Abs(covariance[a, b] - covariance[b, a]) <= 1e-12 * Math.Sqrt(Math.Abs(covariance[a, a] * covariance[b, b])))) throw new DataRefused(DataFault.BadSpecification, $"The covariance of {names[a]} and {names[b]} is given twice and differs.", names[a], names[b]);
                matrix[a * k + b] = covariance[a, b];
            }
        for (var a = 0; a < k; a++)
            if (!(matrix[a * k + a] > 0)) throw new DataRefused(DataFault.Constant, $"{names[a]} has no variance.", names[a]);
        return new([.. names], means?.ToArray() ?? new double[k], matrix, n, n);
    }

    /// <summary>Of weighted sums of the columns, e.g. of dimensions made of items. They rest on the same rows.</summary>
    /// <param name="names">One a sum.</param>
    /// <param name="weights">One set a sum, with a weight for each column.</param>
    /// <exception cref="DataRefused">A sum has no variance, or weights do not fit the columns.</exception>
    public Covariances Combine(IReadOnlyList<string> names, IReadOnlyList<IReadOnlyList<double>> weights)
    {
        var (k, p) = (Names.Count, names.Count);
        if (weights.Count != p || weights.Any(w => w.Count != k)) throw new DataRefused(DataFault.BadSpecification, $"{p} sums of {k} columns need {p} sets of {k} weights.");
        var combined = new double[p * p];
        for (var a = 0; a < p; a++)
            for (var b = 0; b < p; b++)
            {
                var sum = 0.0;
                for (var i = 0; i < k; i++)
                    if (weights[a][i] != 0)
                        for (var j = 0; j < k; j++) sum += weights[a][i] * weights[b][j] * this[i, j];
                combined[a * p + b] = sum;
            }
        for (var a = 0; a < p; a++)
            if (!(combined[a * p + a] > 0)) throw new DataRefused(DataFault.Constant, $"{names[a]} has no variance.", names[a]);
        return new([.. names], [.. weights.Select(w => w.Zip(means, (x, m) => x * m).Sum())], combined, N, EffectiveN);
    }

    /// <summary>Where a column stands, from 0.</summary>
    /// <exception cref="DataRefused">There is no such column.</exception>
    public int Place(string name) => places.TryGetValue(name, out var at) ? at : throw new DataRefused(DataFault.NoColumn, $"There is no column {name}.", name);

    /// <summary>Covariance of two columns, in the product of their units.</summary>
    public double this[int a, int b] => matrix[a * Names.Count + b];

    /// <summary>Mean of a column.</summary>
    public double Mean(int column) => means[column];

    /// <summary>Standard deviation of a column.</summary>
    public double Deviation(int column) => Math.Sqrt(this[column, column]);

    /// <summary>Pearson's correlation of two columns, -1 to 1 (pairwise moments may step outside).</summary>
    public double Correlation(int a, int b) => a == b ? 1 : this[a, b] / Math.Sqrt(this[a, a] * this[b, b]);

    /// <summary>Correlations of some columns, row major.</summary>
    internal double[] Correlations(IReadOnlyList<int> columns)
    {
        var (k, result) = (columns.Count, new double[columns.Count * columns.Count]);
        for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++) result[a * k + b] = Correlation(columns[a], columns[b]);
        return result;
    }
}

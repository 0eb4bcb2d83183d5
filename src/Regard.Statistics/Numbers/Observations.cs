namespace Regard.Statistics;

/// <summary>Named columns of numbers, a row a respondent (or a unit in a period). What every estimator over rows is fitted to.</summary>
public sealed class Observations
{
    readonly double[][] columns;
    readonly Dictionary<string, int> places = [];

    Observations(IReadOnlyList<string> names, double[][] columns, int rows)
    {
        (Names, this.columns, Rows) = (names, columns, rows);
        for (var j = 0; j < names.Count; j++)
            if (!places.TryAdd(names[j], j)) throw new DataRefused(DataFault.TwiceNamed, $"The column {names[j]} is named twice.", names[j]);
    }

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Rows of every column.</summary>
    public int Rows { get; }

    /// <summary>Columns without any missing value.</summary>
    /// <param name="names">Each once.</param>
    /// <param name="columns">One a name, all of one length; kept, not copied.</param>
    /// <exception cref="DataRefused">Empty, uneven, named twice, or a value is NaN or infinite.</exception>
    public static Observations Of(IReadOnlyList<string> names, IReadOnlyList<double[]> columns) => Checked(names, columns, missing: false);

    /// <summary>Columns in which NaN says that the value is missing. An estimator that cannot take it refuses the column by name.</summary>
    /// <param name="names">Each once.</param>
    /// <param name="columns">One a name, all of one length; kept, not copied.</param>
    /// <exception cref="DataRefused">Empty, uneven, named twice, or a value is infinite.</exception>
    public static Observations WithMissing(IReadOnlyList<string> names, IReadOnlyList<double[]> columns) => Checked(names, columns, missing: true);

    /// <summary>A column's values; NaN where missing.</summary>
    public ReadOnlySpan<double> this[int column] => columns[column];

    /// <summary>A column's values; NaN where missing.</summary>
    /// <exception cref="DataRefused">There is no such column.</exception>
    public ReadOnlySpan<double> this[string name] => columns[Place(name)];

    /// <summary>Where a column stands, from 0.</summary>
    /// <exception cref="DataRefused">There is no such column.</exception>
    public int Place(string name) => places.TryGetValue(name, out var at) ? at : throw new DataRefused(DataFault.NoColumn, $"There is no column {name}.", name);

    /// <summary>True when the column exists.</summary>
    public bool Has(string name) => places.ContainsKey(name);

    /// <summary>Some of the columns, in the order named.</summary>
    /// <exception cref="DataRefused">There is no such column, or one is named twice.</exception>
    public Observations Select(params IReadOnlyList<string> names) => new(names, [.. names.Select(n => columns[Place(n)])], Rows);

    /// <summary>Some of the rows, in the order given; a row may come more than once.</summary>
    /// <param name="rows">Each 0 to Rows - 1.</param>
    public Observations Take(IReadOnlyList<int> rows)
    {
        var taken = columns.Select(column =>
        {
            var values = new double[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = column[rows[i]];
            return values;
        }).ToArray();
        return new(Names, taken, rows.Count);
    }

    /// <summary>The rows in which no column is missing (casewise deletion).</summary>
    public Observations Complete()
    {
        var rows = Enumerable.Range(0, Rows).Where(i => !columns.Any(c => double.IsNaN(c[i]))).ToArray();
        return rows.Length == Rows ? this : Take(rows);
    }

    /// <summary>Refuses missing values, constant columns and too few rows, naming the column.</summary>
    /// <param name="rows">Fewest rows the method can be fitted to.</param>
    /// <exception cref="DataRefused">One of these is so.</exception>
    public Observations Require(int rows)
    {
        if (Rows < rows) throw new DataRefused(DataFault.TooFewRows, $"{Rows} complete rows are too few: at least {rows} are needed.");
        for (var j = 0; j < columns.Length; j++)
        {
            if (columns[j].Any(double.IsNaN)) throw new DataRefused(DataFault.Missing, $"The column {Names[j]} has missing values.", Names[j]);
            if (columns[j].AsSpan().IndexOfAnyExcept(columns[j][0]) < 0) throw new DataRefused(DataFault.Constant, $"All values of {Names[j]} are {columns[j][0]}: there is nothing to explain by it.", Names[j]);
        }
        return this;
    }

    static Observations Checked(IReadOnlyList<string> names, IReadOnlyList<double[]> columns, bool missing)
    {
        if (names.Count == 0 || columns.Count == 0) throw new DataRefused(DataFault.Empty, "There is no column.");
        if (names.Count != columns.Count) throw new DataRefused(DataFault.BadSpecification, $"{columns.Count} columns need {columns.Count} names, not {names.Count}.");
        if (columns[0].Length == 0) throw new DataRefused(DataFault.Empty, "There is no row.");
        for (var j = 0; j < names.Count; j++)
        {
            if (columns[j].Length != columns[0].Length) throw new DataRefused(DataFault.BadSpecification, $"The column {names[j]} has {columns[j].Length} rows, the column {names[0]} {columns[0].Length}.", names[j]);
            for (var i = 0; i < columns[j].Length; i++)
                if (double.IsInfinity(columns[j][i]) || (!missing && double.IsNaN(columns[j][i])))
                    throw new DataRefused(DataFault.NotANumber, $"Row {i + 1} of {names[j]} is not a number.", names[j]);
        }
        return new(names, [.. columns], columns[0].Length);
    }
}

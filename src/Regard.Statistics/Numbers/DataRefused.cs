namespace Regard.Statistics;

/// <summary>Why data cannot be computed with. Callers turn it into words in the reader's language.</summary>
public enum DataFault
{
    /// <summary>No row, or no column.</summary>
    Empty,
    /// <summary>The named column is not there.</summary>
    NoColumn,
    /// <summary>The column is named twice.</summary>
    TwiceNamed,
    /// <summary>The column holds something that is no number.</summary>
    NotANumber,
    /// <summary>The column has missing values, which this method cannot take.</summary>
    Missing,
    /// <summary>All values of the column are equal.</summary>
    Constant,
    /// <summary>The columns determine one another.</summary>
    Collinear,
    /// <summary>Fewer rows than the method needs.</summary>
    TooFewRows,
    /// <summary>A weight is negative, or all are 0.</summary>
    BadWeights,
    /// <summary>A value lies outside the range it is said to have.</summary>
    OutOfRange,
    /// <summary>All rows belong to one group.</summary>
    OneGroup,
    /// <summary>The columns part those who did from those who did not without exception, so that no finite coefficient fits best.</summary>
    Separated,
    /// <summary>What was specified (model, margins, options) contradicts itself or the data.</summary>
    BadSpecification,
}

/// <summary>Data or a specification that an estimator refuses, in words that name the columns.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">A sentence that names what to mend.</param>
/// <param name="columns">The columns it is about; none when it is about all.</param>
public sealed class DataRefused(DataFault fault, string message, params IReadOnlyList<string> columns) : Exception(message)
{
    /// <summary>Why.</summary>
    public DataFault Fault { get; } = fault;

    /// <summary>The columns it is about; none when it is about all.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;
}

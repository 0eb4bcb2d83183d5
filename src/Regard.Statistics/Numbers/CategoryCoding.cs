namespace Regard.Statistics;

/// <summary>A column of names as columns of 0 and 1: one for each level but the reference, with which coefficients compare.</summary>
public sealed record CategoryCoding
{
    /// <summary>The column coded.</summary>
    public string Column { get; }

    /// <summary>The level that all others are compared with.</summary>
    public string Reference { get; }

    /// <summary>The other levels, in order.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Names of the coded columns, such as Contract=One year.</summary>
    public IReadOnlyList<string> Names => [.. Levels.Select(l => $"{Column}={l}")];

    CategoryCoding(string column, string reference, IReadOnlyList<string> levels) => (Column, Reference, Levels) = (column, reference, levels);

    /// <summary>Finds the levels.</summary>
    /// <param name="column">Its name.</param>
    /// <param name="labels">The level of each row.</param>
    /// <param name="reference">Null for the first in the order of characters, as R has it.</param>
    /// <exception cref="DataRefused">One level only, or no row has the reference.</exception>
    public static CategoryCoding Of(string column, IReadOnlyList<string> labels, string? reference = null)
    {
        string[] levels = [.. labels.Distinct().Order(StringComparer.Ordinal)];
        if (levels.Length == 0) throw new DataRefused(DataFault.Empty, $"The column {column} has no row.", column);
        if (levels.Length == 1) throw new DataRefused(DataFault.Constant, $"All values of {column} are {levels[0]}: there is nothing to explain by it.", column);
        if (reference is not null && !levels.Contains(reference)) throw new DataRefused(DataFault.BadSpecification, $"No row of {column} is {reference}.", column);
        var first = reference ?? levels[0];
        return new(column, first, [.. levels.Where(l => l != first)]);
    }

    /// <summary>The coded columns, one a level.</summary>
    /// <param name="labels">The level of each row.</param>
    /// <exception cref="DataRefused">A level that the coding does not know.</exception>
    public double[][] Code(IReadOnlyList<string> labels)
    {
        var places = Levels.Index().ToDictionary(l => l.Item, l => l.Index);
        var columns = Levels.Select(_ => new double[labels.Count]).ToArray();
        for (var i = 0; i < labels.Count; i++)
            if (labels[i] != Reference) columns[places.TryGetValue(labels[i], out var at) ? at : throw new DataRefused(DataFault.OutOfRange, $"{labels[i]} was no level of {Column} when the model was fitted.", Column)][i] = 1;
        return columns;
    }
}

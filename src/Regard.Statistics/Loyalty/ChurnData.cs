namespace Regard.Statistics;

/// <summary>A column of names, such as a region or a contract.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Labels">One a row.</param>
public sealed record CategoryColumn(string Name, IReadOnlyList<string> Labels);

/// <summary>Rows of customers for a risk model.</summary>
/// <param name="Numbers">Numeric features, the target and, where rows are held out by time, their moment.</param>
/// <param name="Categories">Features that are names; may be empty.</param>
public sealed record ChurnData(Observations Numbers, IReadOnlyList<CategoryColumn> Categories)
{
    internal IReadOnlyList<string> Labels(string column)
    {
        var found = Categories.FirstOrDefault(c => c.Name == column) ?? throw new DataRefused(DataFault.NoColumn, $"There is no column {column}.", column);
        return found.Labels.Count == Numbers.Rows ? found.Labels : throw new DataRefused(DataFault.BadSpecification, $"The column {column} has {found.Labels.Count} rows, not {Numbers.Rows}.", column);
    }
}

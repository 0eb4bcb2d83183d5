namespace Regard.Statistics;

/// <summary>Lists as columns of 0 and 1, a row a person.</summary>
public static class HiddenLists
{
    /// <summary>The columns as lists.</summary>
    /// <param name="data">No value missing.</param>
    /// <param name="columns">One a list.</param>
    /// <exception cref="DataRefused">Under two rows, a value missing or other than 0 and 1, or everybody or nobody is on a list.</exception>
    public static IReadOnlyList<IReadOnlyList<bool>> Of(Observations data, params IReadOnlyList<string> columns)
    {
        var used = data.Select(columns).Require(2);
        return [.. columns.Select(name => used[name].ToArray().Select(x => x switch
        {
            1 => true, 0 => false, _ => throw new DataRefused(DataFault.OutOfRange, $"The column {name} holds something other than 0 and 1.", name),
        }).ToArray())];
    }
}

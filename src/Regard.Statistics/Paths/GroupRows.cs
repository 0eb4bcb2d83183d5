namespace Regard.Statistics;

/// <summary>The rows of one group with their weights.</summary>
sealed class GroupRows(string name, Observations items, int[] rows, IReadOnlyList<double>? weights)
{
    public string Name => name;
    public Observations Answers { get; } = items.Take(rows);
    public double[]? Weights { get; } = weights is null ? null : [.. rows.Select(i => weights[i])];
    public PathFit Fitted { get; private set; } = null!;

    public void Fit(PathModel model, PathOptions? options, MissingAnswers missing)
    {
        try
        {
            Fitted = Pls.Fit(model, Answers, options, Weights, missing);
        }
        catch (DataRefused e)
        {
            throw new DataRefused(e.Fault, $"Group {name}: {e.Message}", e.Columns);
        }
    }
}

namespace Regard.Statistics;

/// <summary>Rows that are alike in all margins.</summary>
/// <param name="Categories">One a margin, in the order of the margins.</param>
/// <param name="N">Rows.</param>
/// <param name="Weight">Mean weight of its rows.</param>
/// <param name="Share">Of the weighted total, 0 to 1.</param>
public sealed record RakedCell(IReadOnlyList<string> Categories, long N, double Weight, double Share);

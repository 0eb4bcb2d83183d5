namespace Regard.Statistics;

/// <summary>Customers like one another.</summary>
/// <param name="Centre">Mean of each column, in its own unit.</param>
/// <param name="Size">Customers.</param>
/// <param name="Share">Of all, Wilson's interval.</param>
/// <param name="Within">Sum of squared distances to the centre on standardised columns.</param>
public sealed record Segment(IReadOnlyList<double> Centre, int Size, Estimate Share, double Within);

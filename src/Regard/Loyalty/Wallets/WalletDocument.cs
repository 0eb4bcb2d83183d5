namespace Regard.Loyalty;

/// <summary>What share of their spending customers leave with us, and for how many we are the first choice.</summary>
public sealed record WalletDocument
{
    public const string Kind = "wallet";

    /// <summary>The oldest first.</summary>
    public required IReadOnlyList<WalletCount> Periods { get; init; }
    /// <summary>By the last word of each customer, empty for those of none.</summary>
    public required IReadOnlyList<WalletCount> Segments { get; init; }
    public required IReadOnlyList<WalletCount> Grades { get; init; }
    public required WalletCount All { get; init; }
}

/// <summary>Sums of shares from 0 to 1, and how many of those asked named us first.</summary>
/// <param name="Day">Of a period, the last one it holds.</param>
public sealed record WalletCount(string Name, long Shares, double Sum, double Squares, long Asked, long First, DateOnly? Day = null);

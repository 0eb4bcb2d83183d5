namespace Regard.Surveys;

/// <summary>Own words.</summary>
public sealed record TextItem : Item
{
    public const int LongestText = 10_000;

    public bool Long { get; init; }
    /// <summary>In characters as people count them.</summary>
    public int MaxLength { get; init; } = 2000;
}

/// <summary>A number, such as years as a customer.</summary>
public sealed record NumberItem : Item
{
    public decimal? Min { get; init; }
    public decimal? Max { get; init; }
    /// <summary>Digits allowed after the decimal point, 0 to 6.</summary>
    public int Decimals { get; init; }
}

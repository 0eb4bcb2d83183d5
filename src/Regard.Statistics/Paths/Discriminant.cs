namespace Regard.Statistics;

/// <summary>Do two reflective constructs differ?</summary>
/// <param name="A">One.</param>
/// <param name="B">The other.</param>
/// <param name="Htmt">
/// Mean correlation between their items over the geometric mean of those within, absolute values, 1 within a single item; under
/// 0.85 or 0.90 they differ. Null when no items correlate within. Henseler, Ringle and Sarstedt (2015), JAMS 43, 115-135.
/// </param>
public sealed record HeterotraitRatio(string A, string B, double? Htmt);

/// <summary>The criterion of Fornell and Larcker (1981): a construct shares more with its items than with any other construct.</summary>
/// <param name="Construct">Reflective.</param>
/// <param name="RootAve">Square root of its average variance extracted.</param>
/// <param name="Nearest">The construct it correlates with most.</param>
/// <param name="Correlation">That correlation's size.</param>
public sealed record FornellLarcker(string Construct, double RootAve, string Nearest, double Correlation)
{
    /// <summary>True when the root exceeds the correlation.</summary>
    public bool Holds => RootAve > Correlation;
}

namespace Regard.Statistics;

/// <summary>Which columns say how long a customer was seen and how it ended.</summary>
/// <param name="Duration">Time until the end of observation, from 0; with <paramref name="Entry"/> the end of the row's stretch of time.</param>
/// <param name="Event">1 when it ended by the event (the customer left), 0 when the customer was still there (censored).</param>
/// <param name="Entry">
/// Start of the row's stretch, at risk from just after it until the duration: late entry (left truncation), or several rows a customer whose
/// covariates change. Null for everybody from the start.
/// </param>
/// <param name="Weight">Case weights, none negative; rows of weight 0 count as absent. Null for 1.</param>
/// <param name="Stratum">Rows are compared within equal numbers only. Null for all with all.</param>
/// <param name="Cluster">Rows of one number hang together (one customer); errors are robust then. Null for independent rows.</param>
public sealed record SurvivalColumns(string Duration, string Event, string? Entry = null, string? Weight = null, string? Stratum = null, string? Cluster = null)
{
    internal IReadOnlyList<string> All => [.. new[] { Duration, Event, Entry, Weight, Stratum, Cluster }.OfType<string>()];
}

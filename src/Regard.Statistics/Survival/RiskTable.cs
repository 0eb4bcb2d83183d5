namespace Regard.Statistics;

/// <summary>How many were at risk at each time anything happened, and what happened; weighted.</summary>
sealed class RiskTable
{
    public required double[] Times { get; init; }
    public required double[] AtRisk { get; init; }
    public required double[] Events { get; init; }

    /// <summary>Rows, not weights.</summary>
    public required int[] Censored { get; init; }

    public static RiskTable Of(SurvivalRows rows)
    {
        var (exits, times) = (RowOrder.Ascending(rows.Exit), RowOrder.Levels(rows.Exit));
        var (risk, events, censored) = (new double[times.Length], new double[times.Length], new int[times.Length]);
        var left = 0.0;
        for (int k = times.Length - 1, at = rows.N - 1; k >= 0; k--)
        {
            for (; at >= 0 && rows.Exit[exits[at]] == times[k]; at--)
            {
                var i = exits[at];
                left += rows.Weight[i];
                if (rows.Event[i]) events[k] += rows.Weight[i]; else censored[k]++;
            }
            risk[k] = left;
        }
        if (rows.Late) LeaveOutLater(rows, times, risk);
        return new() { Times = times, AtRisk = risk, Events = events, Censored = censored };
    }

    // Those who enter at or after a time are not yet at risk then.
    static void LeaveOutLater(SurvivalRows rows, double[] times, double[] risk)
    {
        var entries = Enumerable.Range(0, rows.N).OrderByDescending(i => rows.Entry[i]).ToArray();
        var later = 0.0;
        for (int k = times.Length - 1, at = 0; k >= 0; k--)
        {
            for (; at < entries.Length && rows.Entry[entries[at]] >= times[k]; at++) later += rows.Weight[entries[at]];
            risk[k] -= later;
        }
    }
}

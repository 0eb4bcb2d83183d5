using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>A share by quarter on a p' chart (Laney, 2002), each point with its own interval.</summary>
/// <param name="Grade">A to D; null for all.</param>
/// <param name="Reason">Why there are no limits; null when there are.</param>
public sealed record RateChart(string? Grade, IReadOnlyList<RatePoint> Points, double? Centre, Words? Reason)
{
    /// <summary>The newest complete quarter is over its limit, or ends a run of signals.</summary>
    public bool IsAlarm => Points.LastOrDefault(p => p.IsComplete) is { Signals.Count: > 0 } last && last.Rate.Value > Centre;

    internal static RateChart Of(string? grade, IReadOnlyList<(DateOnly Begin, bool Complete, long Count, long Of)> quarters)
    {
        var given = quarters.Where(q => q.Of > 0).ToList();
        var points = given.Select(q => new RatePoint(q.Begin, q.Complete, q.Count, q.Of, Wilson.Share(q.Count, q.Of))).ToList();
        var whole = given.Where(q => q.Complete).ToList();
        try
        {
            var chart = LaneyChart.OfShares([.. whole.Select(q => (double)q.Count)], [.. whole.Select(q => (double)q.Of)]);
            for (var (i, at) = (0, 0); i < points.Count; i++)
                if (points[i].IsComplete) (points[i], at) = (points[i] with { Lower = chart.Points[at].Lower, Upper = chart.Points[at].Upper, Signals = chart.Points[at].Signals }, at + 1);
            return new(grade, points, chart.Centre, null);
        }
        catch (DataRefused refused) { return new(grade, points, null, ChurnRefusal.Said(refused)); }
    }
}

/// <param name="Rate">With its 95 % interval (Wilson).</param>
/// <param name="Lower">Control limit.</param>
/// <param name="Upper">Control limit.</param>
public sealed record RatePoint(DateOnly Begin, bool IsComplete, long Count, long Of, Estimate Rate)
{
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public IReadOnlyList<ChartRule> Signals { get; init; } = [];
}

using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Charts;

public sealed class XmrContract : SeriesContract
{
    private protected override (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Fit(IReadOnlyList<double> series, long seed)
    {
        var chart = XmrChart.Of(series);
        return ([chart.Centre, chart.Sigma, .. chart.Points.SelectMany(p => (double?[])[p.Value, p.Lower, p.Upper]), .. chart.Ranges.Select(r => (double?)r.Upper)], [.. chart.Points.Select(p => (double?)p.Signals.Count)]);
    }
}

public sealed class EwmaContract : SeriesContract
{
    private protected override (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Fit(IReadOnlyList<double> series, long seed)
    {
        var chart = EwmaChart.Of(series);
        return ([chart.Centre, chart.Sigma, .. chart.Points.SelectMany(p => (double?[])[p.Value, p.Lower, p.Upper])], [.. chart.Points.Select(p => (double?)p.Signals.Count)]);
    }
}

public sealed class CusumContract : SeriesContract
{
    private protected override (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Fit(IReadOnlyList<double> series, long seed)
    {
        var chart = CusumChart.Of(series);
        return ([chart.Centre, chart.Sigma, .. chart.Points.Select(p => (double?)p.Value)], [.. chart.Points.SelectMany(p => (double?[])[p.Up, p.Down, p.Signals.Count])]);
    }
}

public sealed class LaneyShareContract : SeriesContract
{
    private protected override bool HasUnit => false;

    private protected override (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Fit(IReadOnlyList<double> series, long seed) => Read(LaneyChart.OfShares(series, [.. series.Select(_ => 100.0)]));

    internal static (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Read(LaneyChart chart) =>
        ([], [chart.Centre, chart.SigmaZ, .. chart.Points.SelectMany(p => (double?[])[p.Value, p.Lower, p.Upper, p.Signals.Count])]);
}

public sealed class LaneyEventContract : SeriesContract
{
    private protected override bool HasUnit => false;

    private protected override (IReadOnlyList<double?> Levels, IReadOnlyList<double?> Plain) Fit(IReadOnlyList<double> series, long seed) => LaneyShareContract.Read(LaneyChart.OfEvents(series, [.. series.Select(_ => 50.0)]));
}

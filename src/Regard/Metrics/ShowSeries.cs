using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>A series at a unit: its course with control limits, the units beside each other, and the values written there.</summary>
public sealed record ShowSeries(string Code, Id<Unit>? UnitId = null) : Question<SeriesView>
{
    const int Periods = 60, PointsShown = 60;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<SeriesView> Run(Session s)
    {
        var series = await SeriesStore.One(s, Code);
        var sight = await MetricSight.Of(s, UnitId);
        var units = sight.ReadFor(series);
        var newest = await SeriesStore.Newest(s, Code, units);
        var points = newest is { } last ? await SeriesStore.Points(s, Code, units, series.Granularity.Before(last, Periods)) : [];
        IReadOnlyList<SeriesValue> Of(Id<Unit> unit) => SeriesCourse.Of(series, sight.Tree, unit, points);
        var course = Of(sight.Unit.Id);
        var beside = sight.Tree.ChildrenOf(sight.Unit.Id).Concat(series.Kind == SeriesKind.Competitor ? sight.Competitors : []);
        var may = s.Caller.May(Permission.EditMetrics) && !series.WorkedOut;
        var written = sight.Tree.InCare(s.Caller, Permission.EditMetrics);
        var view = new SeriesView
        {
            Series = series, Place = sight.Place, Course = course,
            ByUnit = [.. beside.Select(u => new SeriesOfUnit(UnitLabel.Of(u), series.Kind == SeriesKind.Outside ? [.. Of(u.Id).Where(v => points.Any(p => p.UnitId == u.Id && p.Day == v.Day))] : Of(u.Id))).Where(u => u.Course.Count > 0)],
            Points = [.. points.Where(p => p.UnitId == sight.Unit.Id).Reverse().Take(PointsShown)],
            Before = await s.Many<PointBefore>("""
                select b.unit_id, b.day, b.value, b.n, b.source, b.replaced_at, p.name as replaced_by from series_points_before b left join people p on p.id = b.replaced_by
                where b.series_code = @Code and b.unit_id = @unit order by b.replaced_at desc, b.id desc limit 60
                """, new { Code, unit = sight.Unit.Id }),
            Writable = may ? [.. sight.Tree.Under(sight.Unit.Id).Concat(series.Kind == SeriesKind.Competitor ? sight.Competitors : []).Where(u => written.Contains(u.Id)).Select(UnitLabel.Of)] : [],
            MayDefine = may && await WholeCompany.Is(s, Permission.EditMetrics),
        };
        return Charted(view);
    }

    static SeriesView Charted(SeriesView view)
    {
        if (view.Course.Count < XmrChart.Fewest) return view with { NoLimits = Words.Of("Control limits need at least {0} periods; there are {1}.", XmrChart.Fewest, view.Course.Count) };
        try
        {
            var chart = XmrChart.Of([.. view.Course.Select(v => v.Value)]);
            return view with { Limits = new(chart.Centre, chart.Points[0].Lower, chart.Points[0].Upper), Signals = [.. chart.Points.Select((p, i) => (IReadOnlyList<ChartRule>)[.. p.Signals.Concat(i > 0 ? chart.Ranges[i - 1].Signals : []).Distinct()])] };
        }
        catch (DataRefused refused) { return view with { NoLimits = AnalysisRefusal.Said(refused) }; }
    }
}

public sealed record SeriesView
{
    public required Series Series { get; init; }
    public required MetricPlace Place { get; init; }
    /// <summary>At the unit, the oldest first.</summary>
    public required IReadOnlyList<SeriesValue> Course { get; init; }
    /// <summary>Three standard deviations of the usual ups and downs around the mean; null when it cannot be told.</summary>
    public ControlLimits? Limits { get; init; }
    /// <summary>Why there are none.</summary>
    public Words? NoLimits { get; init; }
    /// <summary>By period of the course; empty without limits.</summary>
    public IReadOnlyList<IReadOnlyList<ChartRule>> Signals { get; init; } = [];
    /// <summary>The units right below, and the competitors where it is about them.</summary>
    public required IReadOnlyList<SeriesOfUnit> ByUnit { get; init; }
    /// <summary>As written for the unit itself, the newest first.</summary>
    public required IReadOnlyList<SeriesPoint> Points { get; init; }
    /// <summary>What stood there before corrections, the newest first.</summary>
    public required IReadOnlyList<PointBefore> Before { get; init; }
    /// <summary>The units whose values the caller may write.</summary>
    public required IReadOnlyList<UnitLabel> Writable { get; init; }
    public required bool MayDefine { get; init; }
}

public sealed record ControlLimits(double Centre, double Lower, double Upper);

public sealed record SeriesOfUnit(UnitLabel Unit, IReadOnlyList<SeriesValue> Course)
{
    public SeriesValue Newest => Course[^1];
}

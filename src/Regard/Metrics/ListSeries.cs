using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>The series with their newest values at a unit.</summary>
public sealed record ListSeries(Id<Unit>? UnitId = null) : Question<SeriesList>
{
    /// <summary>Periods of the small course.</summary>
    const int Periods = 24;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<SeriesList> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        var rows = new List<SeriesRow>();
        foreach (var series in await SeriesStore.All(s)) rows.Add(new(series, [.. (await Course(s, sight, series, Periods)).TakeLast(Periods)]));
        return new() { Place = sight.Place, Rows = rows, MayEdit = s.Caller.May(Permission.EditMetrics), MayDefine = s.Caller.May(Permission.EditMetrics) && await WholeCompany.Is(s, Permission.EditMetrics) };
    }

    internal static async Task<IReadOnlyList<SeriesValue>> Course(Session s, MetricSight sight, Series series, int periods)
    {
        var units = sight.ReadFor(series);
        if (await SeriesStore.Newest(s, series.Code, units) is not { } newest) return [];
        return SeriesCourse.Of(series, sight.Tree, sight.Unit.Id, await SeriesStore.Points(s, series.Code, units, series.Granularity.Before(newest, periods)));
    }
}

public sealed record SeriesList
{
    public required MetricPlace Place { get; init; }
    public required IReadOnlyList<SeriesRow> Rows { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>Series hold for the whole company.</summary>
    public required bool MayDefine { get; init; }
}

/// <param name="Course">At the unit, the oldest first; empty when nothing was measured there.</param>
public sealed record SeriesRow(Series Series, IReadOnlyList<SeriesValue> Course)
{
    public SeriesValue? Newest => Course.Count > 0 ? Course[^1] : null;
}

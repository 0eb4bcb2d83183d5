using Regard.Customers;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>How often the same fault comes back, by workshop over the last twelve months that can be told, and how many work orders say their fault at all.</summary>
public sealed record ShowRework(Id<Unit>? UnitId = null) : Question<ReworkView>
{
    const int Months = 12;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ReworkView> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        var under = sight.Under;
        var settings = await MetricSettings.Of(s);
        var newest = await SeriesStore.Newest(s, ReworkSeries.Rework, under);
        var points = newest is { } last ? await SeriesStore.Points(s, ReworkSeries.Rework, under, last.AddMonths(1 - Months)) : [];
        var cost = await SeriesStore.Find(s, ReworkSeries.Cost);
        var costs = cost is not null && newest is { } upto ? await SeriesStore.Points(s, ReworkSeries.Cost, under, upto.AddMonths(1 - Months)) : [];
        var until = newest?.AddMonths(1) ?? s.Today.AddDays(1);
        var named = (await s.Many<NamedRow>($"""
            select unit_id, count(*) as orders, sum(case when fault is null then 0 else 1 end) as named from events
            where kind = '{nameof(EventKind.WorkOrder)}' and day >= @from and day < @until and {s.Dialect.Among("unit_id", "units")} group by unit_id
            """, new Dictionary<string, object> { ["from"] = until.AddMonths(-Months), ["until"] = until, ["units"] = s.Dialect.Keys(under.Select(u => u.Value)) })).ToDictionary(r => r.UnitId);
        ReworkRow Row(Unit unit)
        {
            var of = sight.Tree.Under(unit.Id).Select(u => u.Id).ToHashSet();
            var own = points.Where(p => of.Contains(p.UnitId)).ToList();
            var (orders, told) = (named.Where(n => of.Contains(n.Key)).Sum(n => n.Value.Orders), named.Where(n => of.Contains(n.Key)).Sum(n => n.Value.Named));
            var (n, back) = (own.Sum(p => p.N ?? 0), own.Sum(p => (long)Math.Round(p.Value / 100 * (p.N ?? 0))));
            var costed = costs.Where(p => of.Contains(p.UnitId)).ToList();
            return new(UnitLabel.Of(unit), Wilson.Share(back, n), Wilson.Share(n - back, n), orders, told) { Returns = back, Costed = costed.Sum(p => p.N ?? 0), Cost = costed.Count == 0 ? null : costed.Sum(p => p.Value) };
        }
        return new()
        {
            Place = sight.Place, Days = settings.ReworkDays, Currency = costs.Count == 0 ? null : cost?.UnitOfMeasure, Until = newest, Own = Row(sight.Unit),
            Rows = [.. sight.Tree.ChildrenOf(sight.Unit.Id).Select(Row).Where(r => r.Orders > 0)],
            MayEdit = s.Caller.May(Permission.EditMetrics) && await WholeCompany.Is(s, Permission.EditMetrics),
        };
    }

    sealed record NamedRow
    {
        public required Id<Unit> UnitId { get; init; }
        public required long Orders { get; init; }
        public required long Named { get; init; }
    }
}

public sealed record ReworkView
{
    public required MetricPlace Place { get; init; }
    public required int Days { get; init; }
    /// <summary>Of the costs; null where no return says its cost.</summary>
    public string? Currency { get; init; }
    /// <summary>The last month that can be told; null when none can.</summary>
    public DateOnly? Until { get; init; }
    public required ReworkRow Own { get; init; }
    public required IReadOnlyList<ReworkRow> Rows { get; init; }
    public required bool MayEdit { get; init; }
}

/// <param name="Again">Share of work orders whose fault came back; unmeasured where none names its fault.</param>
/// <param name="Orders">All work orders of those months.</param>
/// <param name="Named">Those that name their fault.</param>
public sealed record ReworkRow(UnitLabel Unit, Estimate Again, Estimate FirstTime, long Orders, long Named)
{
    public long Returns { get; init; }
    /// <summary>Returns that say what they cost.</summary>
    public long Costed { get; init; }
    /// <summary>Summed over those, in the currency's own unit; null where none says it.</summary>
    public double? Cost { get; init; }
}

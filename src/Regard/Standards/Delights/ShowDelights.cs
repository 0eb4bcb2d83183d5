using Regard.Customers;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Standards;

/// <summary>The catalogue of acts of delight, and how many were done for each hundred visits of customers to the units in care.</summary>
public sealed record ShowDelights : Question<DelightsView>
{
    public const int Days = 90;
    /// <summary>A rate over fewer visits tells nothing.</summary>
    public const int LeastVisits = 30;

    /// <summary>A customer came; several on one day to one unit are one visit.</summary>
    static readonly string visits = string.Join(", ", new[] { EventKind.Purchase, EventKind.WorkOrder, EventKind.Visit }.Select(k => $"'{k}'"));

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<DelightsView> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var (care, handled, from) = (tree.InCare(s.Caller, Needs), tree.InCare(s.Caller, Permission.HandleCases), s.Today.AddDays(1 - Days));
        var delights = await s.Many<Delight>("select id, names, dropped_at from delights order by made_at, id");
        var acts = await s.Many<Acts>("select unit_id, delight_id, count(*) as n from delight_acts where day >= @from and day <= @Today group by unit_id, delight_id", new { from, s.Today });
        var came = (await s.Many<Came>($"""
            select unit_id, count(*) as n from (select distinct customer_id, unit_id, day from events where kind in ({visits}) and day >= @from and day <= @Today and unit_id is not null) v group by unit_id
            """, new { from, s.Today })).ToDictionary(c => c.UnitId, c => c.N);
        var (of, seen) = (acts.ToLookup(a => a.UnitId), acts.Where(a => care.Contains(a.UnitId)).ToLookup(a => a.DelightId, a => a.N));
        return new()
        {
            From = from, Until = s.Today, MayEdit = s.Caller.May(Permission.EditStandards),
            Delights = [.. delights.Select(d => new DelightRow(d, seen[d.Id].Sum())).Where(d => d.Delight.DroppedAt is null || d.Acts > 0).OrderByDescending(d => d.Acts)],
            MayNote = [.. tree.All.Where(u => handled.Contains(u.Id) && tree.IsLeaf(u.Id) && u.Kind != UnitKind.Competitor && u.IsOpenOn(s.Today)).Select(UnitLabel.Of)],
            Units = [.. from unit in tree.All
                        where care.Contains(unit.Id)
                        let below = tree.Under(unit.Id).ToList()
                        let done = below.Sum(u => of[u.Id].Sum(a => a.N))
                        let visited = below.Sum(u => came.GetValueOrDefault(u.Id))
                        where done > 0 || visited > 0
                        select new DelightsOfUnit(UnitLabel.Of(unit), tree.PathTo(unit.Id).Count(above => care.Contains(above.Id)) - 1, done, Figure.Of(PoissonRate.Of(done, visited, 100), LeastVisits))],
        };
    }

    sealed record Acts
    {
        public required Id<Unit> UnitId { get; init; }
        public required Id<Delight> DelightId { get; init; }
        public required long N { get; init; }
    }

    sealed record Came
    {
        public required Id<Unit> UnitId { get; init; }
        public required long N { get; init; }
    }
}

public sealed record DelightsView
{
    /// <summary>Both days included.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>The most frequent first; dropped ones where they were done.</summary>
    public required IReadOnlyList<DelightRow> Delights { get; init; }
    /// <summary>Where the caller may note one.</summary>
    public required IReadOnlyList<UnitLabel> MayNote { get; init; }
    /// <summary>Parents before children.</summary>
    public required IReadOnlyList<DelightsOfUnit> Units { get; init; }
}

/// <param name="Acts">In the units in care.</param>
public sealed record DelightRow(Delight Delight, long Acts);

/// <param name="Rate">For each 100 visits of customers, n counts these; with all units below.</param>
public sealed record DelightsOfUnit(UnitLabel Unit, int Depth, long Acts, Figure Rate);

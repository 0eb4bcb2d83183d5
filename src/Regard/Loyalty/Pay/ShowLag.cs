using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Satisfaction of waves beside retention and market share of the quarters after. An association: nothing here says which caused which.</summary>
public sealed record ShowLag(Id<Unit>? UnitId = null) : Question<LagView>
{
    public const int MostLag = 3;
    const int FewestAtRisk = 10;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<LagView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var tree = await UnitStore.Tree(s, s.Today);
        List<Id<Unit>> under = [.. tree.Under(place.Unit.Id).Select(u => u.Id)];
        var units = s.Dialect.Keys(under.Select(u => u.Value));
        var index = await s.Many<IndexRow>($"""
            select r.unit_id, w.programme_id, w.name as wave, w.closes_on, r.value, r.lower, r.upper, r.n from results r join waves w on w.id = r.wave_id
            where r.measure = 'index' and r.segment = '' and r.value is not null and w.frozen_at is not null and {s.Dialect.Among("r.unit_id", "units")} order by w.closes_on
            """, new { units });
        // One programme at a time: others ask other people another way.
        if (index.Count > 0) index = [.. index.Where(i => i.ProgrammeId == index[^1].ProgrammeId)];
        var churn = await LoyaltyStore.Documents<ChurnDocument>(s, ChurnDocument.Kind, under);
        var shares = await MarketShare.Of(s, under);
        var leaves = under.Where(tree.IsLeaf).ToHashSet();
        return new()
        {
            Place = place, Shares = shares, MayEdit = s.Caller.May(Permission.EditCustomerRules), Tree = [.. tree.Under(place.Unit.Id).Select(UnitLabel.Of)],
            Index = [.. index.Where(i => i.UnitId == place.Unit.Id).Select(i => new IndexPoint(i.Wave, i.ClosesOn, i.Value, i.Lower, i.Upper, i.N ?? 0))],
            Retention = churn.TryGetValue(place.Unit.Id, out var own) ? [.. Kept(own).Select(k => new KeptPoint(k.Key, Wilson.Share(k.Value.Kept, k.Value.Of)))] : [],
            ByRetention = [.. Enumerable.Range(0, MostLag + 1).Select(lag => Lag(lag, index.Where(i => leaves.Contains(i.UnitId)), (unit, quarter) => churn.TryGetValue(unit, out var c) && Kept(c).TryGetValue(quarter, out var k) ? (double)k.Kept / k.Of : null))],
            ByShare = [.. Enumerable.Range(0, MostLag + 1).Select(lag => Lag(lag, index, (unit, quarter) => ShareOf(shares, unit, quarter)))],
            VerifiedPlans = await s.Value<long>($"select count(*) from verdicts v join plans p on p.id = v.plan_id where v.verdict = '{nameof(Verdict.Effective)}' and {s.Dialect.Among("p.unit_id", "units")}", new { units }),
        };
    }

    static LagPoint Lag(int lag, IEnumerable<IndexRow> index, Func<Id<Unit>, DateOnly, double?> outcome)
    {
        var (units, pairs) = (new Dictionary<Id<Unit>, int>(), new List<(int, int, double, double)>());
        foreach (var row in index)
        {
            var quarter = Quarters.Begin(row.ClosesOn).AddMonths(3 * lag);
            if (outcome(row.UnitId, quarter) is not { } value) continue;
            if (!units.TryGetValue(row.UnitId, out var unit)) units[row.UnitId] = unit = units.Count;
            pairs.Add((unit, quarter.Year * 4 + quarter.Month / 4, row.Value, value));
        }
        var first = pairs.Count == 0 ? 0 : pairs.Min(p => p.Item2);
        return new(lag, units.Count, LagCorrelation.Of([.. pairs.Select(p => (p.Item1, p.Item2 - first, p.Item3, p.Item4))]));
    }

    static Dictionary<DateOnly, (long Kept, long Of)> Kept(ChurnDocument churn) => Enumerable.Range(0, churn.Begins.Count)
        .Where(q => (q + 1 < churn.Begins.Count || churn.LastIsComplete) && churn.AtRisk[q].Sum() >= FewestAtRisk)
        .ToDictionary(q => churn.Begins[q], q => (churn.AtRisk[q].Sum() - churn.Lost[q].Sum(), churn.AtRisk[q].Sum()));

    /// <summary>By the shortest period that holds the middle of the quarter; the mean of several sources.</summary>
    static double? ShareOf(IReadOnlyList<MarketShare> shares, Id<Unit> unit, DateOnly quarter)
    {
        var middle = quarter.AddDays(45);
        var holding = shares.Where(m => m.UnitId == unit && m.FromDay <= middle && middle <= m.LastDay).ToList();
        if (holding.Count == 0) return null;
        var shortest = holding.Min(m => m.LastDay.DayNumber - m.FromDay.DayNumber);
        return holding.Where(m => m.LastDay.DayNumber - m.FromDay.DayNumber == shortest).Average(m => m.Share);
    }

    sealed record IndexRow
    {
        public required Id<Unit> UnitId { get; init; }
        public required Id<Regard.Surveys.Programme> ProgrammeId { get; init; }
        public required string Wave { get; init; }
        public required DateOnly ClosesOn { get; init; }
        public required double Value { get; init; }
        public double? Lower { get; init; }
        public double? Upper { get; init; }
        public long? N { get; init; }
    }
}

public sealed record LagView
{
    public required LoyaltyPlace Place { get; init; }
    public required bool MayEdit { get; init; }
    public required IReadOnlyList<UnitLabel> Tree { get; init; }
    /// <summary>Of the unit itself, the oldest first.</summary>
    public required IReadOnlyList<IndexPoint> Index { get; init; }
    /// <summary>Of the unit itself.</summary>
    public required IReadOnlyList<KeptPoint> Retention { get; init; }
    public required IReadOnlyList<MarketShare> Shares { get; init; }
    /// <summary>By quarters of lag, over the stores and departments below.</summary>
    public required IReadOnlyList<LagPoint> ByRetention { get; init; }
    /// <summary>By quarters of lag, over all units whose market share is known.</summary>
    public required IReadOnlyList<LagPoint> ByShare { get; init; }
    /// <summary>Plans of these units that were tested against comparable units and found to have raised satisfaction.</summary>
    public required long VerifiedPlans { get; init; }
}

public sealed record IndexPoint(string Wave, DateOnly ClosesOn, double Value, double? Lower, double? Upper, long N);

public sealed record KeptPoint(DateOnly Begin, Estimate Kept);

/// <param name="Lag">Quarters after the wave.</param>
/// <param name="Correlation">Within units; n counts pairs of wave and quarter.</param>
public sealed record LagPoint(int Lag, int Units, Estimate Correlation);

using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Standards;

/// <summary>What is promised to customers of the units in care or above them, and how often it was kept in the last year.</summary>
/// <param name="Indicator">With all below it.</param>
/// <param name="Ended">Also what is promised no more.</param>
public sealed record ListPromises(string? Indicator = null, bool Ended = false) : Question<PromisesView>
{
    /// <summary>Checks of so many days count.</summary>
    public const int Days = 365;
    /// <summary>The dimension of an index that promises belong to, as the RATER set names it.</summary>
    const string Reliability = "REL";

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<PromisesView> Run(Session s)
    {
        var (tree, index) = (await UnitStore.Tree(s, s.Today), await StandardStore.Tree(s));
        var care = tree.InCare(s.Caller, Needs);
        var codes = Indicator is null ? null : StandardStore.Below(index, Indicator);
        var promises = (await PromiseStore.All(s)).Where(p => IsSeen(p, tree, care) && codes?.Contains(p.IndicatorCode) != false && (Ended || !(p.UntilDay < s.Today))).ToList();
        var shown = promises.Select(p => p.Id).ToHashSet();
        var checks = (await PromiseStore.ChecksSince(s, s.Today.AddDays(-Days))).Where(c => care.Contains(c.UnitId) && shown.Contains(c.PromiseId)).ToList();
        var reliability = index?.Find(Reliability) is null ? new(null, new Dictionary<Id<Unit>, Figure>()) : await new LatestScores($"dimension:{Reliability}").Run(s);
        var of = checks.ToLookup(c => c.PromiseId);
        var at = checks.Select(PromiseTally.Of).Concat((await CustomerPromiseStore.Since(s, s.Today.AddDays(-Days))).Where(t => care.Contains(t.UnitId) && (codes is null || (t.IndicatorCode is { } code && codes.Contains(code))))).ToLookup(t => t.UnitId);
        return new()
        {
            Day = s.Today, From = s.Today.AddDays(-Days), MayEdit = s.Caller.May(Permission.EditStandards), Nodes = index?.Indicators ?? [],
            Promises = [.. promises.Select(p => new PromiseRow(p, KeptRate.Of(of[p.Id].Select(PromiseTally.Of))))],
            Units = [.. tree.All.Where(u => care.Contains(u.Id)).Select(u => (Unit: u, Told: tree.Under(u.Id).SelectMany(below => at[below.Id]).ToList())).Where(u => u.Told.Count > 0)
                .Select(u => new KeptUnit(UnitLabel.Of(u.Unit), tree.PathTo(u.Unit.Id).Count(above => care.Contains(above.Id)) - 1, KeptRate.Of(u.Told), reliability.Scores.GetValueOrDefault(u.Unit.Id)))],
            Wave = reliability.Wave,
        };
    }

    /// <summary>What is promised above a unit is promised in it; what is promised below it is its own too.</summary>
    internal static bool IsSeen(Promise p, UnitTree tree, HashSet<Id<Unit>> care) => tree.Under(p.UnitId).Any(u => care.Contains(u.Id));
}

static class KeptRate
{
    /// <summary>Share of what was found kept, 0 to 1, with Wilson's interval.</summary>
    public static Figure Of(IEnumerable<PromiseTally> told)
    {
        var all = told.ToList();
        return Figure.Of(Wilson.Share(all.Sum(t => t.Kept), all.Sum(t => t.N)), 1);
    }
}

public sealed record PromisesView
{
    public required DateOnly Day { get; init; }
    /// <summary>Checks since then count.</summary>
    public required DateOnly From { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>The newest published index, parents before children.</summary>
    public required IReadOnlyList<Indicator> Nodes { get; init; }
    public required IReadOnlyList<PromiseRow> Promises { get; init; }
    /// <summary>The wave of the units' reliability; null where none has it.</summary>
    public WaveLabel? Wave { get; init; }
    /// <summary>Units in care where something was checked or a promise to one customer was settled, parents before children.</summary>
    public required IReadOnlyList<KeptUnit> Units { get; init; }
}

/// <param name="Kept">In the units in care, 0 to 1.</param>
public sealed record PromiseRow(Promise Promise, Figure Kept);

/// <param name="Kept">With all units below, 0 to 1.</param>
/// <param name="Score">How reliable customers find the unit, or what they say of the promise's indicator; null when it was not asked.</param>
public sealed record KeptUnit(UnitLabel Unit, int Depth, Figure Kept, Figure? Score);

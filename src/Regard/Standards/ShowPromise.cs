using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>One promise with what was found of it in the units in care.</summary>
public sealed record ShowPromise(long Number) : Question<PromiseView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<PromiseView> Run(Session s)
    {
        var (promise, tree) = (await PromiseStore.ByNumber(s, Number), await UnitStore.Tree(s, s.Today));
        var care = tree.InCare(s.Caller, Needs);
        if (!ListPromises.IsSeen(promise, tree, care)) throw new NotFound("There is no such promise.");
        var checks = (await PromiseStore.ChecksOf(s, promise.Id, s.Today.AddDays(-ListPromises.Days))).Where(c => care.Contains(c.UnitId)).ToList();
        var handled = tree.InCare(s.Caller, Permission.HandleCases);
        var at = checks.ToLookup(c => c.UnitId);
        var scores = await new LatestScores($"indicator:{promise.IndicatorCode}").Run(s);
        var units = tree.Under(promise.UnitId).ToList();
        return new()
        {
            Promise = promise, Day = s.Today, From = s.Today.AddDays(-ListPromises.Days), Nodes = (await StandardStore.Tree(s))?.Indicators ?? [], MayEdit = s.Caller.May(Permission.EditStandards),
            Standard = promise.StandardId is { } id ? (await StandardStore.Versions(s, id)).At(s.Today) : null,
            Kept = KeptRate.Of(checks.Select(PromiseTally.Of)), Checks = checks,
            Units = [.. units.Where(u => care.Contains(u.Id)).Select(u => (Unit: u, Checks: tree.Under(u.Id).SelectMany(below => at[below.Id]).ToList())).Where(u => u.Checks.Count > 0)
                .Select(u => new KeptUnit(UnitLabel.Of(u.Unit), tree.PathTo(u.Unit.Id).Count(above => care.Contains(above.Id)) - 1, KeptRate.Of(u.Checks.Select(PromiseTally.Of)), scores.Scores.GetValueOrDefault(u.Unit.Id)))],
            Wave = scores.Wave,
            MayCheck = [.. units.Where(u => handled.Contains(u.Id) && tree.IsLeaf(u.Id) && u.IsOpenOn(s.Today)).Select(UnitLabel.Of)],
        };
    }
}

public sealed record PromiseView
{
    public required Promise Promise { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>Checks since then count.</summary>
    public required DateOnly From { get; init; }
    public required IReadOnlyList<Indicator> Nodes { get; init; }
    public required bool MayEdit { get; init; }
    public Standard? Standard { get; init; }
    /// <summary>0 to 1.</summary>
    public required Figure Kept { get; init; }
    /// <summary>The newest first.</summary>
    public required IReadOnlyList<PromiseCheck> Checks { get; init; }
    /// <summary>The wave of the units' scores; null where none asked for the indicator.</summary>
    public WaveLabel? Wave { get; init; }
    public required IReadOnlyList<KeptUnit> Units { get; init; }
    /// <summary>Where the caller may note checks.</summary>
    public required IReadOnlyList<UnitLabel> MayCheck { get; init; }
}

using Regard.Indicators;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>One standard with all its versions, and what each unit in care delivered since the one of today began.</summary>
public sealed record ShowStandard(Id<Standard> Id) : Question<StandardView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<StandardView> Run(Session s)
    {
        var versions = await StandardStore.Versions(s, Id);
        var now = versions.At(s.Today);
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        var until = now.UntilDay < s.Today ? now.UntilDay.Value : s.Today;
        var met = (await new Encounters(now.FromDay, until, [.. care]).Run(s)).Select(e => (e.UnitId, Levels: e.Delivered.Where(d => d.StandardId == Id.Value).Select(d => d.Level).ToList()))
            .Where(e => e.Levels.Count > 0).ToLookup(e => e.UnitId, e => e.Levels.Average());
        return new()
        {
            Now = now, Versions = [.. versions.Reverse()], Day = s.Today, From = now.FromDay, Until = until, MayEdit = s.Caller.May(Permission.EditStandards), Nodes = (await StandardStore.Tree(s))?.Indicators ?? [],
            Step = now.StepId is { } step ? (await BlueprintStore.Newest(s)).Steps.FirstOrDefault(t => t.Id == step)?.Names : null,
            Units = [.. tree.Asked.Where(u => care.Contains(u.Id)).Select(u => UnitHolding.Of(u, tree.PathTo(u.Id).Count(above => care.Contains(above.Id)) - 1, [.. tree.Under(u.Id).SelectMany(below => met[below.Id])], now)).OfType<UnitHolding>()],
        };
    }
}

public sealed record StandardView
{
    public required Standard Now { get; init; }
    /// <summary>The newest first.</summary>
    public required IReadOnlyList<Standard> Versions { get; init; }
    public required DateOnly Day { get; init; }
    /// <summary>Encounters between these days, both included.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public required bool MayEdit { get; init; }
    public required IReadOnlyList<Indicator> Nodes { get; init; }
    /// <summary>The step of the journey that it belongs to.</summary>
    public Text? Step { get; init; }
    /// <summary>Units with at least one encounter, parents before children.</summary>
    public required IReadOnlyList<UnitHolding> Units { get; init; }
}

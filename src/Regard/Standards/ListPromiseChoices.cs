using Regard.Indicators;
using Regard.Measures;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Where the caller may promise something to a customer, and what it may be a matter of.</summary>
public sealed record ListPromiseChoices : Question<PromiseChoices>
{
    internal override Permission Needs => Permission.HandleCases;

    internal override async Task<PromiseChoices> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        return new([.. tree.All.Where(u => care.Contains(u.Id) && u.Kind != UnitKind.Competitor && tree.IsLeaf(u.Id) && u.IsOpenOn(s.Today)).Select(UnitLabel.Of)], (await StandardStore.Tree(s))?.Indicators ?? []);
    }
}

/// <param name="Nodes">The newest published index, parents before children.</param>
public sealed record PromiseChoices(IReadOnlyList<UnitLabel> Units, IReadOnlyList<Indicator> Nodes);

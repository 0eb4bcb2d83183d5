using Regard.Organisation;
namespace Regard.Standards;

/// <summary>The journey with the standards at each step, and where one is missing.</summary>
public sealed record ShowBlueprint : Question<BlueprintView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<BlueprintView> Run(Session s)
    {
        var (blueprint, inForce) = (await BlueprintStore.Newest(s), (await StandardStore.All(s)).Where(v => v.IsInForce(s.Today)).ToList());
        var units = (await UnitStore.Tree(s, s.Today)).All.Where(u => u.IsOpenOn(s.Today)).ToList();
        var places = inForce.ToLookup(v => v.StepId);
        var steps = blueprint.Steps.Select(t => t.Id).ToHashSet();
        return new()
        {
            Blueprint = blueprint, MayEdit = s.Caller.May(Permission.EditStandards), Names = blueprint.Stages.SelectMany(t => t.Departments).Distinct().Select(d => units.FirstOrDefault(u => u.Id == d)).OfType<Unit>().ToDictionary(u => u.Id, u => u.Name),
            Departments = s.Caller.May(Permission.EditStandards) ? [.. units.Where(u => u.Kind == UnitKind.Department).Concat(units.Where(u => u.Kind != UnitKind.Department)).Select(u => new OwnerLabel(u.Id, u.Name))] : [],
            Standards = blueprint.Steps.ToDictionary(t => t.Id, t => (IReadOnlyList<Standard>)[.. places[t.Id]]),
            Elsewhere = [.. inForce.Where(v => v.StepId is not { } at || !steps.Contains(at))],
        };
    }
}

public sealed record BlueprintView
{
    public required Blueprint Blueprint { get; init; }
    public required bool MayEdit { get; init; }
    /// <summary>Of the departments named.</summary>
    public required IReadOnlyDictionary<Id<Unit>, string> Names { get; init; }
    /// <summary>That may be named, departments first; for those who may edit.</summary>
    public required IReadOnlyList<OwnerLabel> Departments { get; init; }
    /// <summary>In force today, by step.</summary>
    public required IReadOnlyDictionary<Id<BlueprintStep>, IReadOnlyList<Standard>> Standards { get; init; }
    /// <summary>In force, at no step.</summary>
    public required IReadOnlyList<Standard> Elsewhere { get; init; }

    /// <summary>Neither a standard nor a reason for none.</summary>
    public bool IsGap(BlueprintStep step) => Standards[step.Id].Count == 0 && string.IsNullOrWhiteSpace(step.NoneBecause);
    public int Gaps => Blueprint.Steps.Count(IsGap);
    public int Unowned => Blueprint.Stages.Count(t => t.Accountable is null);
}

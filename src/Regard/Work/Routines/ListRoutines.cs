using Regard.Organisation;
namespace Regard.Work;

/// <summary>The routines that hold in the caller's units, and the units whose loop stands still.</summary>
public sealed record ListRoutines : Question<RoutinesView>
{
    internal override Permission Needs => Permission.SeePlans;

    internal override async Task<RoutinesView> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var (seen, care) = (tree.InCare(s.Caller, Needs), s.Caller.May(Permission.EditPlans) ? tree.InCare(s.Caller, Permission.EditPlans) : []);
        var all = await s.Many<Routine>($"{Routine.Select} order by r.every, r.saved_at, r.id");
        return new()
        {
            Routines = [.. all.Where(r => seen.Contains(r.UnitId) || tree.Under(r.UnitId).Any(u => seen.Contains(u.Id))).Select(r => new RoutineRow(r, care.Contains(r.UnitId), tree.Under(r.UnitId).Count(u => u.Kind == r.UnitKind && u.IsOpenOn(s.Today))))],
            Idle = await new ListIdleUnits().Run(s), MayAdopt = care.Count > 0 && tree.Roots.All(r => care.Contains(r.Id)) && all.Count == 0,
            Units = [.. tree.All.Where(u => care.Contains(u.Id)).Select(u => new UnitChoice(u.Id, u.Name, tree.PathTo(u.Id).Count - 1))],
        };
    }
}

/// <param name="Units">How many units do it.</param>
public sealed record RoutineRow(Routine Routine, bool MayEdit, int Units);

public sealed record RoutinesView
{
    public required IReadOnlyList<RoutineRow> Routines { get; init; }
    public required IReadOnlyList<IdleUnit> Idle { get; init; }
    public required bool MayAdopt { get; init; }
    public required IReadOnlyList<UnitChoice> Units { get; init; }
}

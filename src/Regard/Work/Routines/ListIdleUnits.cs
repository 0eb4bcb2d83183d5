using Regard.Organisation;
namespace Regard.Work;

/// <summary>Units in the caller's care where nothing was handled for a week although something was due.</summary>
public sealed record ListIdleUnits : Question<IReadOnlyList<IdleUnit>>
{
    internal override Permission Needs => Permission.SeePlans;

    internal override async Task<IReadOnlyList<IdleUnit>> Run(Session s)
    {
        var care = (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Needs);
        return [.. (await s.Many<IdleUnit>("select i.unit_id, u.name as unit_name, i.since from idle_units i join units u on u.id = i.unit_id order by i.since, u.code")).Where(i => care.Contains(i.UnitId))];
    }
}

public sealed record IdleUnit
{
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    /// <summary>When something was handled there last, or first put there.</summary>
    public required DateTimeOffset Since { get; init; }
}

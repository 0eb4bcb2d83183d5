using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>Puts a competitor into a group, such as foreign or domestic; an empty one takes it out.</summary>
public sealed record SetCompetitorGroup(Id<Unit> UnitId, string? Group) : Change<Done>
{
    const int Longest = 60;

    internal override Permission Needs => Permission.EditMetrics;
    internal override string Subject => UnitId.ToString();

    internal override IEnumerable<Problem> Check()
    {
        if (Group?.Length > Longest) yield return new("Group", "Keep it under {0} characters.", Longest);
    }

    internal override async Task<Done> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        if ((await UnitStore.Tree(s, s.Today)).Competitors.All(c => c.Id != UnitId)) throw new NotFound("There is no such competitor.");
        await s.Write("delete from competitor_groups where unit_id = @UnitId", new { UnitId });
        if (!string.IsNullOrWhiteSpace(Group)) await s.Write("insert into competitor_groups (unit_id, name, set_by, set_at) values (@UnitId, @name, @Person, @Now)", new { UnitId, name = Group.Trim(), s.Caller.Person, s.Now });
        return default;
    }
}

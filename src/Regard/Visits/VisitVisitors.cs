using Regard.Organisation;
namespace Regard.Visits;

/// <summary>Who may be sent to visit.</summary>
static class VisitVisitors
{
    public static async Task<IReadOnlyList<Visitor>> All(Session s) =>
        [.. (await s.Many<Holder>("""
            select r.person_id, p.name, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) order by p.name, r.person_id
            """, new { s.Today })).Where(h => h.Role.Grants(Permission.DoVisits)).GroupBy(h => (h.PersonId, h.Name)).Select(g => new Visitor(g.Key.PersonId, g.Key.Name, g.Any(h => h.Role == Role.Agency), [.. g.Select(h => h.UnitId)]))];

    sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required string Name { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }
}

/// <param name="Over">The units over which a role that visits is held.</param>
public sealed record Visitor(Id<Person> Id, string Name, bool IsAgency, IReadOnlyList<Id<Unit>> Over)
{
    /// <summary>The name of the first of these.</summary>
    public string? Where { get; init; }

    internal bool May(Unit unit, UnitTree tree) => unit.Kind == UnitKind.Competitor || tree.PathTo(unit.Id).Any(u => Over.Contains(u.Id));
}

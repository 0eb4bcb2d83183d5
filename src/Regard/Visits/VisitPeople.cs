using Regard.Organisation;
namespace Regard.Visits;

/// <summary>The colleagues who can be met in a unit: those who work in it. Whoever sees no visits is told no names.</summary>
static class VisitPeople
{
    public static async Task<IReadOnlyList<PersonMet>> In(Session s, IReadOnlyCollection<Id<Unit>> units) => !s.Caller.May(Permission.SeeVisits) ? [] :
        await s.Many<PersonMet>($"""
            select distinct r.unit_id, r.person_id, p.name from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.role in ('FrontLine', 'Manager') and r.from_day <= @today and (r.until_day is null or r.until_day > @today) and {s.Dialect.Among("r.unit_id", "units")}
            order by p.name, r.person_id
            """, new Dictionary<string, object?> { ["today"] = s.Today, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) });
}

public sealed record PersonMet
{
    public required Id<Unit> UnitId { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required string Name { get; init; }
}

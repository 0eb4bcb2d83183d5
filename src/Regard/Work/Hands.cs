using Regard.Organisation;
namespace Regard.Work;

/// <summary>Into whose hands a task of a unit may be put: of people who see the plans of that unit.</summary>
static class Hands
{
    sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required string Name { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    /// <summary>The nearest role first.</summary>
    public static async Task<IReadOnlyList<PersonLabel>> Over(Session s, Id<Unit> unit)
    {
        var path = (await UnitStore.Tree(s, s.Today)).PathTo(unit).Select(u => u.Id).Reverse().ToList();
        var holders = await s.Many<Holder>("""
            select r.person_id, p.name, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today)
            """, new { s.Today });
        return [.. holders.Where(h => h.Role.Grants(Permission.SeePlans) && path.Contains(h.UnitId))
            .OrderBy(h => path.IndexOf(h.UnitId)).ThenBy(h => h.Name, StringComparer.Ordinal).DistinctBy(h => h.PersonId).Select(h => new PersonLabel(h.PersonId, h.Name))];
    }

    public static async Task DemandOver(Session s, Id<Person> person, Id<Unit> unit)
    {
        if ((await Over(s, unit)).All(p => p.Id != person)) throw new Invalid("OwnerId", "Choose somebody who works with the plans of this unit.");
    }
}

public sealed record PersonLabel(Id<Person> Id, string Name);

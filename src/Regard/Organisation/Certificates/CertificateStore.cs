namespace Regard.Organisation;

static class CertificateStore
{
    /// <summary>Those who serve customers in some units today, by unit and name.</summary>
    public static Task<List<FrontLineRow>> FrontLine(Session s, IEnumerable<Id<Unit>> units) => s.Many<FrontLineRow>($"""
        select distinct r.unit_id, r.person_id, p.name, p.email from roles_held r join people p on p.id = r.person_id
        where p.left_at is null and r.role = 'FrontLine' and r.from_day <= @today and (r.until_day is null or r.until_day > @today) and {s.Dialect.Among("r.unit_id", "units")}
        order by p.name, r.person_id
        """, new Dictionary<string, object?> { ["today"] = s.Today, ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) });

    public static async Task<ILookup<Id<Person>, Certificate>> Of(Session s, IEnumerable<Id<Person>> people) => (await s.Many<Certificate>($"""
        select person_id, name, valid_until from certificates where {s.Dialect.Among("person_id", "people")} order by name
        """, new Dictionary<string, object?> { ["people"] = s.Dialect.Keys(people.Select(p => p.Value).Distinct()) })).ToLookup(c => c.PersonId);

    /// <summary>Somebody who serves customers in a unit that the caller leads.</summary>
    public static async Task<Person> Led(Session s, Id<Person> id)
    {
        var care = (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, Permission.EditPlans);
        return (await FrontLine(s, care)).Any(p => p.PersonId == id) ? await PersonStore.Find(s, id) : throw new NotFound("There is no such person.");
    }

    public static Task Put(Session s, Id<Person> person, string name, DateOnly? until) => s.Write("""
        insert into certificates (person_id, name, valid_until, noted_by, noted_at) values (@person, @name, @until, @by, @Now)
        on conflict (person_id, name) do update set valid_until = @until, noted_by = @by, noted_at = @Now
        """, new { person, name = name.Trim(), until, by = s.Caller.Person, s.Now });
}

sealed record FrontLineRow
{
    public required Id<Unit> UnitId { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
}

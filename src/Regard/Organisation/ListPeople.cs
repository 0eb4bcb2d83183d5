namespace Regard.Organisation;

/// <summary>The people with roles in the units in the caller's care; those without any role for who cares for the whole company.</summary>
public sealed record ListPeople : Question<IReadOnlyList<PersonRow>>
{
    internal override Permission Needs => Permission.SeeOrganisation;

    internal override async Task<IReadOnlyList<PersonRow>> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        var whole = tree.Roots.All(r => care.Contains(r.Id));
        var roles = (await s.Many<HeldRow>("""
            select h.person_id, h.role, h.unit_id, u.code as unit_code, u.name as unit_name, h.from_day
            from roles_held h join units u on u.id = h.unit_id
            where h.until_day is null or h.until_day > @Today
            order by h.role, u.code
            """, new { s.Today })).ToLookup(r => r.PersonId);
        var people = await s.Many<PersonRow>("""
            select p.id, p.name, p.email, p.left_at, s.person_id is not null as can_sign_in
            from people p left join passwords s on s.person_id = p.id
            order by p.name, p.email
            """);
        return [.. people
            .Select(p => p with { Roles = [.. roles[p.Id].Where(r => care.Contains(r.UnitId))] })
            .Where(p => p.Roles.Count > 0 || (whole && !roles[p.Id].Any()))];
    }
}

public sealed record PersonRow
{
    public required Id<Person> Id { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public DateTimeOffset? LeftAt { get; init; }
    /// <summary>False until they have taken up an invitation.</summary>
    public required bool CanSignIn { get; init; }
    public IReadOnlyList<HeldRow> Roles { get; init; } = [];
}

/// <summary>A role of a person, held now or from a day to come.</summary>
public sealed record HeldRow
{
    public required Id<Person> PersonId { get; init; }
    public required Role Role { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitCode { get; init; }
    public required string UnitName { get; init; }
    public required DateOnly FromDay { get; init; }
}

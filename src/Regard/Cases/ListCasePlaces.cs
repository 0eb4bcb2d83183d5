using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Where something can be heard and about whom: the company's open units, and the people who work in or over the caller's units.</summary>
public sealed record ListCasePlaces : Question<CasePlaces>
{
    const int MostPeople = 500;

    internal override Permission Needs => Permission.HearCases;

    internal override async Task<CasePlaces> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var own = s.Caller.Over(Permission.HearCases);
        var (hears, sees) = (tree.InCare(s.Caller, Permission.HearCases), tree.InCare(s.Caller, Permission.SeeCases));
        var units = tree.All.Where(u => u.IsOpenOn(s.Today)).Select(u => new CasePlace(u.Id, u.Code, u.Name, tree.PathTo(u.Id).Count - 1, sees.Contains(u.Id))).ToList();
        var near = hears.Concat(own.SelectMany(u => tree.PathTo(u)).Select(u => u.Id)).ToHashSet();
        var people = await s.Many<Holder>("""
            select distinct r.person_id, p.name, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) order by p.name, r.person_id
            """, new { s.Today });
        return new()
        {
            Units = units, Home = own.Select(id => (Id<Unit>?)id).FirstOrDefault(id => tree.IsLeaf(id!.Value)) ?? (own.Count > 0 ? own[0] : null),
            People = [.. people.Where(p => near.Contains(p.UnitId)).DistinctBy(p => p.PersonId).Take(MostPeople).Select(p => new CasePerson(p.PersonId, p.Name))],
        };
    }

    sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required string Name { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }
}

public sealed record CasePlaces
{
    public required IReadOnlyList<CasePlace> Units { get; init; }
    public required IReadOnlyList<CasePerson> People { get; init; }
    /// <summary>Where the caller works.</summary>
    public Id<Unit>? Home { get; init; }
}

/// <param name="Sees">The caller sees the cases of this unit.</param>
public sealed record CasePlace(Id<Unit> Id, string Code, string Name, int Depth, bool Sees);

public sealed record CasePerson(Id<Person> Id, string Name);

namespace Regard.Organisation;

/// <summary>Absences of today and to come: the caller's own, those the caller stands in for, and those of people in the caller's care.</summary>
public sealed record ListAbsences : Question<AbsencesView>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<AbsencesView> Run(Session s)
    {
        var today = await CalendarStore.CompanyDay(s);
        var all = await s.Many<Absence>($"{AbsenceStore.Select} where a.until_day >= @today order by a.from_day, p.name, a.id", new { today });
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, s.Caller.May(Permission.InvitePeople) ? Permission.InvitePeople : Permission.EditPlans);
        var roles = await s.Many<Holding>("""
            select r.person_id, p.name, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) order by p.name, r.person_id
            """, new { s.Today });
        var mine = roles.Where(r => r.PersonId == s.Caller.Person).Select(r => r.UnitId).SelectMany(u => tree.PathTo(u).Concat(tree.Under(u))).Select(u => u.Id).Concat(care).ToHashSet();
        var cared = roles.GroupBy(r => r.PersonId).Where(g => g.All(r => care.Contains(r.UnitId))).Select(g => g.Key).ToHashSet();
        return new()
        {
            Today = today,
            Own = [.. all.Where(a => a.PersonId == s.Caller.Person)],
            ForMe = [.. all.Where(a => a.StandInId is not null && a.StandInId == s.Caller.Person)],
            OfOthers = [.. all.Where(a => cared.Contains(a.PersonId) && a.PersonId != s.Caller.Person)],
            People = [.. roles.Where(r => cared.Contains(r.PersonId)).DistinctBy(r => r.PersonId).Select(r => new Colleague(r.PersonId, r.Name))],
            Colleagues = [.. roles.Where(r => mine.Contains(r.UnitId)).DistinctBy(r => r.PersonId).Select(r => new Colleague(r.PersonId, r.Name))],
        };
    }

    sealed record Holding
    {
        public required Id<Person> PersonId { get; init; }
        public required string Name { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }
}

public sealed record AbsencesView
{
    public required DateOnly Today { get; init; }
    public required IReadOnlyList<Absence> Own { get; init; }
    public required IReadOnlyList<Absence> ForMe { get; init; }
    public required IReadOnlyList<Absence> OfOthers { get; init; }
    /// <summary>Whose absence the caller may note.</summary>
    public required IReadOnlyList<Colleague> People { get; init; }
    /// <summary>Who works in, above or below the caller's units, and may stand in.</summary>
    public required IReadOnlyList<Colleague> Colleagues { get; init; }
}

public sealed record Colleague(Id<Person> Id, string Name);

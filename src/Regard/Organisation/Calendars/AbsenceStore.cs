namespace Regard.Organisation;

static class AbsenceStore
{
    public const string Select = """
        select a.id, a.person_id, p.name as person_name, a.from_day, a.until_day, i.id as stand_in_id, i.name as stand_in_name
        from absences a join people p on p.id = a.person_id left join people i on i.id = a.stand_in_id and i.left_at is null
        """;

    /// <summary>Who acts for whom today, as the company counts its days.</summary>
    public static async Task<StandIns> Today(Session s) => await On(s, await CalendarStore.CompanyDay(s));

    public static async Task<StandIns> On(Session s, DateOnly day) => new(await s.Many<Absence>($"{Select} where a.from_day <= @day and a.until_day >= @day order by a.noted_at, a.id", new { day }), day);

    /// <summary>The person, when it is the caller or somebody in the caller's care.</summary>
    public static async Task<Person> Whose(Session s, Id<Person> person)
    {
        if (person == s.Caller.Person) return await PersonStore.Find(s, person);
        var care = s.Caller.May(Permission.InvitePeople) ? Permission.InvitePeople : Permission.EditPlans;
        return s.Caller.May(care) ? await PersonStore.InCare(s, person, care) : throw new NotFound("There is no such person.");
    }
}

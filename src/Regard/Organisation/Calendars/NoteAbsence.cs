namespace Regard.Organisation;

/// <summary>Somebody will be away; whoever stands in sees their work and acts for them. Everybody notes their own, managers that of their people.</summary>
/// <param name="UntilDay">The last day away.</param>
public sealed record NoteAbsence(Id<Person> PersonId, DateOnly FromDay, DateOnly UntilDay, Id<Person>? StandInId) : Change<Id<Absence>>
{
    const int Longest = 366;

    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{PersonId} {FromDay:yyyy-MM-dd} {UntilDay:yyyy-MM-dd} {StandInId}";

    internal override IEnumerable<Problem> Check()
    {
        if (UntilDay < FromDay) yield return new("UntilDay", "The last day is before the first.");
        else if (UntilDay.DayNumber - FromDay.DayNumber >= Longest) yield return new("UntilDay", "At most {0} days at once.", Longest);
        if (StandInId == PersonId) yield return new("StandInId", "Nobody stands in for themselves. Choose somebody else.");
    }

    internal override async Task<Id<Absence>> Run(Session s)
    {
        // Two who note that each stands in for the other must not both pass.
        await s.NextNumber("absences");
        await AbsenceStore.Whose(s, PersonId);
        var today = await CalendarStore.CompanyDay(s);
        if (UntilDay < today) throw new Invalid("UntilDay", "The day is over already.");
        var overlapping = await s.Many<Absence>($"{AbsenceStore.Select} where a.from_day <= @UntilDay and a.until_day >= @FromDay", new { FromDay, UntilDay });
        if (overlapping.Exists(a => a.PersonId == PersonId)) throw new Invalid("FromDay", "Another absence is noted for some of these days. End that one first.");
        if (StandInId is { } standIn) await DemandStandIn(s, standIn, overlapping);
        var id = Id<Absence>.New(s.Now);
        await s.Write("insert into absences (id, person_id, from_day, until_day, stand_in_id, noted_by, noted_at) values (@id, @PersonId, @FromDay, @UntilDay, @StandInId, @by, @Now)",
            new { id, PersonId, FromDay, UntilDay, StandInId, by = s.Caller.Person, s.Now });
        return id;
    }

    async Task DemandStandIn(Session s, Id<Person> standIn, List<Absence> overlapping)
    {
        if ((await PersonStore.Find(s, standIn)).LeftAt is not null) throw new Invalid("StandInId", "{0} has left. Choose somebody else.", (await PersonStore.Find(s, standIn)).Name);
        var shared = await s.Value<long>("""
            select count(*) from roles_held where person_id = @standIn and from_day <= @Today and (until_day is null or until_day > @Today)
            """, new { standIn, s.Today });
        if (shared == 0) throw new Invalid("StandInId", "This person holds no role. Choose somebody who works here.");
        var added = new Absence { Id = default, PersonId = PersonId, PersonName = "", FromDay = FromDay, UntilDay = UntilDay, StandInId = standIn };
        for (var day = FromDay; day <= UntilDay; day = day.AddDays(1))
            if (new StandIns([.. overlapping, added], day).Acting(PersonId) is null)
                throw new Invalid("StandInId", "On {0:yyyy-MM-dd} this person is away too, and nobody is left who stands in. Choose somebody else.", day);
    }
}

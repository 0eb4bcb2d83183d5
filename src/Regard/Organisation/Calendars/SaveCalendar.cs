namespace Regard.Organisation;

/// <summary>A new calendar, or an old one with other working times.</summary>
/// <param name="Id">Null for a new one.</param>
/// <param name="Week">Working times of the seven days, Monday first, such as "09:00-12:00, 13:30-18:00"; empty for a day off.</param>
/// <param name="Region">Whose public holidays it keeps.</param>
/// <param name="Revision">The one that was read: of two who save at once, the later is told.</param>
public sealed record SaveCalendar(Id<SavedCalendar>? Id, string Name, string Zone, IReadOnlyList<string> Week, string? Region, long Revision = 0) : Change<Id<SavedCalendar>>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => Id?.ToString() ?? Name;

    internal override IEnumerable<Problem> Check()
    {
        foreach (var p in Unit.NameProblems(Name).Select(p => p with { Words = string.IsNullOrWhiteSpace(Name) ? Words.Of("Give the calendar a name.") : p.Words })) yield return p;
        if (Zones.Find(Zone?.Trim()) is null) yield return new("Zone", "Choose a time zone by its name, such as Asia/Shanghai.");
        if (Region is not null && !PublicHolidays.Regions.Contains(Region)) yield return new("Region", "Regard does not know the public holidays of that country.");
        foreach (var p in WorkingWeek.Problems(Week)) yield return p;
    }

    internal override async Task<Id<SavedCalendar>> Run(Session s)
    {
        var id = Id ?? Id<SavedCalendar>.New(s.Now);
        var values = new { id, name = Name.Trim(), zone = Zone.Trim(), lines = string.Join("\n", Week.Select(t => Shifts.Parse(t)!.Said())), Region, Revision, s.Now, by = s.Caller.Person };
        if (Id is null)
            await s.Write("insert into calendars (id, name, zone, week, region, revision, saved_at, saved_by) values (@id, @name, @zone, @lines, @Region, 1, @Now, @by)", values);
        else
        {
            await CalendarStore.Find(s, id);
            var written = await s.Write("update calendars set name = @name, zone = @zone, week = @lines, region = @Region, revision = revision + 1, saved_at = @Now, saved_by = @by where id = @id and revision = @Revision", values);
            if (written == 0) throw new Refused("Somebody else has changed this calendar meanwhile. Look at their version, then enter yours again.");
        }
        return id;
    }
}

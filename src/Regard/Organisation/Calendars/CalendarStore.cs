namespace Regard.Organisation;

static class CalendarStore
{
    sealed record UnitCalendar
    {
        public required Id<Unit> UnitId { get; init; }
        public required Id<SavedCalendar> CalendarId { get; init; }
    }

    sealed record EnteredYear
    {
        public required string Region { get; init; }
        public required int Year { get; init; }
        public required string Source { get; init; }
    }

    sealed record EnteredDay
    {
        public required string Region { get; init; }
        public required int Year { get; init; }
        public required DateOnly Day { get; init; }
        public required bool IsWorked { get; init; }
        public required string Name { get; init; }
    }

    /// <summary>By which a unit works today.</summary>
    public static async Task<WorkingCalendar> Of(Session s, Id<Unit> unit) => (await All(s)).Of(unit);

    public static async Task<UnitCalendars> All(Session s)
    {
        await using var rows = await s.Several($"""
            {UnitStore.Rows};
            select unit_id, calendar_id from unit_calendars;
            select {SavedCalendar.Columns} from calendars;
            select calendar_id, day, shifts, name from calendar_days order by day;
            select region, year, source from holiday_years;
            select region, year, day, is_worked, name from holidays order by day
            """);
        var tree = (await UnitStore.Trees(rows))(s.Today);
        var own = (await rows.Next<UnitCalendar>()).ToDictionary(u => u.UnitId, u => u.CalendarId);
        var saved = await rows.Next<SavedCalendar>();
        var days = (await rows.Next<SpecialDay>()).ToLookup(d => d.CalendarId);
        var years = await rows.Next<EnteredYear>();
        var holidays = (await rows.Next<EnteredDay>()).ToLookup(h => (h.Region, h.Year), h => new PublicHoliday { Day = h.Day, IsWorked = h.IsWorked, Name = h.Name });
        return new(tree, own, saved.Select(c => c with { Days = [.. days[c.Id]] }),
        [
            .. PublicHolidays.Known.Where(k => years.All(y => (y.Region, y.Year) != (k.Region, k.Year))),
            .. years.Select(y => new HolidayYear(y.Region, y.Year, y.Source, [.. holidays[(y.Region, y.Year)]])),
        ], s.Zone);
    }

    /// <summary>Today, as the clocks on the company's walls show it.</summary>
    public static async Task<DateOnly> CompanyDay(Session s) => new WorkingCalendar(await s.Maybe<string>("""
        select c.zone from calendars c join unit_calendars u on u.calendar_id = c.id join unit_places p on p.unit_id = u.unit_id join units n on n.id = u.unit_id
        where p.parent_id is null and n.kind <> 'Competitor' order by p.from_day limit 1
        """) ?? s.Zone, WorkingWeek.Parse(WorkingWeek.Standard)).DayOf(s.Now);

    public static Task<SavedCalendar> Find(Session s, Id<SavedCalendar> id) =>
        s.One<SavedCalendar>($"select {SavedCalendar.Columns} from calendars where id = @id", new { id }, Words.Of("There is no such calendar."));
}

namespace Regard.Organisation;

/// <summary>A calendar as it is kept, for any number of units.</summary>
public sealed record SavedCalendar
{
    public required Id<SavedCalendar> Id { get; init; }
    public required string Name { get; init; }
    /// <summary>A name of the IANA database, such as Asia/Shanghai.</summary>
    public required string Zone { get; init; }
    internal string Lines { get; init; } = "";
    /// <summary>Working times of the seven days, Monday first.</summary>
    public IReadOnlyList<string> Week => Lines.Split('\n');
    /// <summary>Whose public holidays it keeps; null for nobody's.</summary>
    public string? Region { get; init; }
    public required long Revision { get; init; }
    public IReadOnlyList<SpecialDay> Days { get; init; } = [];

    internal const string Columns = "id, name, zone, week as lines, region, revision";

    internal WorkingCalendar With(IEnumerable<PublicHoliday> holidays)
    {
        var week = WorkingWeek.Parse(Week);
        var otherwise = new Dictionary<DateOnly, IReadOnlyList<Shift>>();
        foreach (var h in holidays) otherwise[h.Day] = h.IsWorked ? week.MakeUp(h.Day.DayOfWeek) : [];
        foreach (var d in Days) otherwise[d.Day] = Shifts.Parse(d.Shifts)!;
        return new(Zone, week, otherwise);
    }
}

/// <summary>A day with working times of its own; without any, a day off.</summary>
public sealed record SpecialDay
{
    internal Id<SavedCalendar> CalendarId { get; init; }
    public required DateOnly Day { get; init; }
    public required string Shifts { get; init; }
    public required string Name { get; init; }
}

namespace Regard.Organisation;

/// <summary>Which calendar each unit works by: its own, else that of the nearest unit above it, else the standard one.</summary>
public sealed class UnitCalendars
{
    readonly UnitTree tree;
    readonly Dictionary<Id<Unit>, Id<SavedCalendar>> own;
    readonly Dictionary<Id<SavedCalendar>, SavedCalendar> saved;
    readonly Dictionary<Id<SavedCalendar>, WorkingCalendar> made = [];
    readonly IReadOnlyList<HolidayYear> holidays;

    internal UnitCalendars(UnitTree tree, Dictionary<Id<Unit>, Id<SavedCalendar>> own, IEnumerable<SavedCalendar> saved, IReadOnlyList<HolidayYear> holidays, string zone)
    {
        (this.tree, this.own, this.holidays) = (tree, own, holidays);
        this.saved = saved.ToDictionary(c => c.Id);
        Standard = new(zone, WorkingWeek.Parse(WorkingWeek.Standard));
    }

    /// <summary>Monday to Friday, nine to six, in the zone of the installation.</summary>
    public WorkingCalendar Standard { get; }

    /// <summary>The public holidays of every year that is known.</summary>
    public IReadOnlyList<HolidayYear> Holidays => holidays;

    internal IEnumerable<SavedCalendar> Saved => saved.Values;
    internal IReadOnlyDictionary<Id<Unit>, Id<SavedCalendar>> Own => own;

    /// <summary>This year, and from October on the coming one, where a calendar in use keeps public holidays and they are not known.</summary>
    public IReadOnlyList<int> UnknownYears(DateOnly today)
    {
        IEnumerable<int> years = today.Month < 10 ? [today.Year] : [today.Year, today.Year + 1];
        var regions = own.Values.Select(id => saved[id].Region).OfType<string>().Distinct().ToList();
        return [.. years.Where(y => regions.Any(r => !holidays.Any(h => h.Region == r && h.Year == y)))];
    }

    /// <summary>Null where the standard one holds.</summary>
    public SavedCalendar? SavedOf(Id<Unit> unit) => tree.PathTo(unit).Reverse().Where(u => own.ContainsKey(u.Id)).Select(u => saved[own[u.Id]]).FirstOrDefault();

    public WorkingCalendar Of(Id<Unit> unit) => SavedOf(unit) is { } calendar ? Made(calendar) : Standard;

    /// <summary>By which the company as a whole counts its days.</summary>
    public WorkingCalendar OfCompany => tree.Roots is [var root, ..] ? Of(root.Id) : Standard;

    internal WorkingCalendar Made(SavedCalendar calendar) =>
        made.TryGetValue(calendar.Id, out var known) ? known : made[calendar.Id] = calendar.With(holidays.Where(h => h.Region == calendar.Region).SelectMany(h => h.Days));
}

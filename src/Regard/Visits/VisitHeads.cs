using Regard.Organisation;
using Regard.Work;
namespace Regard.Visits;

static class VisitHeads
{
    /// <summary>Who leads a unit today; null for a competitor, or when there is nobody.</summary>
    public static async Task<Id<Person>?> Of(Session s, Id<Unit> unit, Id<Person>? not = null) =>
        (await Heads.Today(s, await AbsenceStore.Today(s))).At(1, unit, not);

    /// <summary>The day on which something is still done today; after closing time the next.</summary>
    public static DateOnly SameDay(WorkingCalendar calendar, DateTimeOffset now)
    {
        var day = calendar.DayOf(now);
        return calendar.EndOf(day) > now ? day : day.AddDays(1);
    }
}

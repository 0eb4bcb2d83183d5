using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>After which events customers of a unit are called, when, how often, and what is asked.</summary>
public sealed record CallBackRule
{
    public const int MostDays = 60, LongestRest = 730, MostTries = 10, LongestScript = 4000, LongestCategory = 100, LatestMinute = 24 * 60;
    /// <summary>Of an event that comes in late nobody is called so many days after the call was due.</summary>
    internal const int TooLate = 7;

    public required Id<CallBackRule> Id { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required EventKind Kind { get; init; }
    /// <summary>Only events of this category; of all, if left out.</summary>
    public string? Category { get; init; }
    /// <summary>Working days after the event.</summary>
    public required int Days { get; init; }
    public required Text Script { get; init; }
    /// <summary>No customer is called twice within so many days.</summary>
    public required int RestDays { get; init; }
    public required int MostAttempts { get; init; }
    /// <summary>Working minutes until it is tried again.</summary>
    public required int AgainMinutes { get; init; }
    /// <summary>Minutes of the day between which customers are called.</summary>
    public required int FromMinute { get; init; }
    public required int UntilMinute { get; init; }
    /// <summary>Events from this day on.</summary>
    public required DateOnly Since { get; init; }
    public required bool IsOn { get; init; }

    internal const string Columns = "id, unit_id, kind, category, days, script, rest_days, most_attempts, again_minutes, from_minute, until_minute, since, is_on";

    /// <summary>The working day on which the customer is called.</summary>
    public DateOnly CallDay(DateOnly of, WorkingCalendar calendar)
    {
        var day = of;
        for (var i = 0; i < Days; i++) day = calendar.NextWorkday(day);
        return Days > 0 || calendar.IsWorkday(day) ? day : calendar.NextWorkday(day);
    }

    public bool MayCall(DateTimeOffset at, WorkingCalendar calendar) => at >= Opens(calendar.DayOf(at), calendar) && at < Closes(calendar.DayOf(at), calendar);

    /// <summary>The first moment from then on at which customers are called, and the end of that day's calls.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Window(DateTimeOffset from, WorkingCalendar calendar)
    {
        var day = calendar.DayOf(from);
        if (from >= Closes(day, calendar) || !calendar.IsWorkday(day)) day = calendar.NextWorkday(day);
        var opens = Opens(day, calendar);
        return (from > opens ? from : opens, Closes(day, calendar));
    }

    DateTimeOffset Opens(DateOnly day, WorkingCalendar calendar) => calendar.Midnight(day).AddMinutes(FromMinute);
    DateTimeOffset Closes(DateOnly day, WorkingCalendar calendar) => calendar.Midnight(day).AddMinutes(UntilMinute);

    internal IEnumerable<Problem> Problems()
    {
        foreach (var (field, value, from, until) in new[]
        {
            (nameof(Days), Days, 0, MostDays), (nameof(RestDays), RestDays, 0, LongestRest), (nameof(MostAttempts), MostAttempts, 1, MostTries), (nameof(AgainMinutes), AgainMinutes, 1, 60 * LatestMinute),
            (nameof(FromMinute), FromMinute, 0, LatestMinute - 1), (nameof(UntilMinute), UntilMinute, FromMinute + 1, LatestMinute),
        })
            if (value < from || value > until) yield return new(field, "Between {0} and {1}.", from, until);
        if (!Enum.IsDefined(Kind)) yield return new(nameof(Kind), "Say after which kind of event.");
        if (Script is null || Script.IsEmpty) yield return new(nameof(Script), "Write down what is said and asked.");
        else if (Script.Values.Any(t => t.Length > LongestScript)) yield return new(nameof(Script), "At most {0} characters.", LongestScript);
        if (Category?.Length > LongestCategory) yield return new(nameof(Category), "At most {0} characters.", LongestCategory);
    }
}

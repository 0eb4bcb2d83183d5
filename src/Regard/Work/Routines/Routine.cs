using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Work;

[JsonConverter(typeof(JsonStringEnumConverter<RoutineEvery>))]
public enum RoutineEvery { Day, Week }

/// <summary>What every unit of a kind does each working day or each week.</summary>
public sealed record Routine
{
    public required Id<Routine> Id { get; init; }
    public required Text Title { get; init; }
    /// <summary>It holds for the units of that kind from here downwards.</summary>
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required UnitKind UnitKind { get; init; }
    public required RoutineEvery Every { get; init; }
    /// <summary>The day of the week by which a weekly one is due.</summary>
    public DayOfWeek? Weekday { get; init; }

    internal const string Select = "select r.id, r.title, r.unit_id, u.name as unit_name, r.unit_kind, r.every, r.weekday from routines r join units u on u.id = r.unit_id where r.stopped_at is null";

    /// <summary>By which day it is due in the period that runs today; null when none does, as on a day off.</summary>
    internal DateOnly? DueDay(DateOnly today, WorkingCalendar calendar)
    {
        if (Every == RoutineEvery.Day) return calendar.IsWorkday(today) ? today : null;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var wanted = monday.AddDays(((int)(Weekday ?? DayOfWeek.Friday) + 6) % 7);
        // On a day off it is due the working day before in the week, else the next one in it; a week off has none.
        var before = Enumerable.Range(0, 7).Select(i => wanted.AddDays(-i)).Where(d => d >= monday).Cast<DateOnly?>().FirstOrDefault(d => calendar.IsWorkday(d!.Value));
        var due = before ?? Enumerable.Range(1, 6).Select(i => wanted.AddDays(i)).Where(d => d < monday.AddDays(7)).Cast<DateOnly?>().FirstOrDefault(d => calendar.IsWorkday(d!.Value));
        return due >= today ? due : null;
    }
}

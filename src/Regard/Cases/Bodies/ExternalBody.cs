using Regard.Organisation;
namespace Regard.Cases;

/// <summary>An authority or association to which customers complain about us, and within how many days it wants our answer.</summary>
public sealed record ExternalBody
{
    public const int MostDays = 365, LongestNote = 1000;

    public required Id<ExternalBody> Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Days after the one on which we learn of it; the answer is due at the end of the last.</summary>
    public required long Days { get; init; }
    /// <summary>Days on which the unit works; any days otherwise.</summary>
    public required bool InWorkingDays { get; init; }
    public required string Note { get; init; }
    /// <summary>Can be chosen for cases.</summary>
    public required bool IsInUse { get; init; }

    /// <summary>The last minute of the day by which the answer is due.</summary>
    public DateTimeOffset DueFrom(DateTimeOffset heard, WorkingCalendar calendar)
    {
        var day = calendar.DayOf(heard);
        for (var passed = 0L; passed < Days; passed++) day = InWorkingDays ? calendar.NextWorkday(day) : day.AddDays(1);
        return calendar.Midnight(day.AddDays(1)).AddMinutes(-1);
    }
}

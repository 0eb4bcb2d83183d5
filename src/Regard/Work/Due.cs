using Regard.Organisation;
namespace Regard.Work;

/// <summary>When something is due: at a moment, or by the end of a day's working time.</summary>
public readonly record struct Due
{
    readonly DateTimeOffset at;

    Due(DateTimeOffset at, DateOnly? on) => (this.at, On) = (at, on);

    /// <summary>The day that was said; null where it was a moment.</summary>
    public DateOnly? On { get; }

    public static implicit operator Due(DateTimeOffset at) => new(at, null);
    public static implicit operator Due(DateOnly day) => new(default, day);

    public DateTimeOffset At(WorkingCalendar calendar) => On is { } day ? calendar.EndOf(day) : at;
}

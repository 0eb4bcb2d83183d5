namespace Regard.Organisation;

/// <summary>The working times of each day of an ordinary week, Monday first.</summary>
public sealed class WorkingWeek
{
    readonly IReadOnlyList<Shift>[] days;

    WorkingWeek(IReadOnlyList<Shift>[] days) => this.days = days;

    /// <summary>Monday to Friday, nine to six.</summary>
    public static IReadOnlyList<string> Standard { get; } = [.. Enumerable.Repeat("09:00-18:00", 5), "", ""];

    public IReadOnlyList<Shift> On(DayOfWeek day) => days[((int)day + 6) % 7];

    /// <summary>Working times of a day that is worked for another: its own where it has any, else those of the first working day of the week.</summary>
    public IReadOnlyList<Shift> MakeUp(DayOfWeek day) => On(day) is { Count: > 0 } own ? own : days.First(d => d.Count > 0);

    /// <summary>Seven texts, Monday first.</summary>
    /// <exception cref="Invalid">A text that is no working time, or a week without any.</exception>
    public static WorkingWeek Parse(IReadOnlyList<string?>? texts)
    {
        var problems = Problems(texts).ToList();
        return problems.Count > 0 ? throw new Invalid(problems) : new([.. texts!.Select(t => Shifts.Parse(t)!)]);
    }

    public static IEnumerable<Problem> Problems(IReadOnlyList<string?>? texts)
    {
        if (texts is not { Count: 7 }) { yield return new("Week", "Give the working times of all seven days, Monday first."); yield break; }
        for (var i = 0; i < 7; i++)
            if (Shifts.Parse(texts[i]) is null) yield return new($"Week[{i}]", "Write working times as 09:00-12:00, 13:30-18:00, in their order; leave a day off empty.");
        if (texts.All(string.IsNullOrWhiteSpace)) yield return new("Week[0]", "At least one day of the week must have working times.");
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Work;

/// <summary>What the head is to do about a task that was not done in time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LadderStep>))]
public enum LadderStep
{
    /// <summary>To know of it; the task stays where it is.</summary>
    Inform,
    /// <summary>To do it: the task becomes the head's own.</summary>
    TakeOver,
}

/// <param name="Minutes">Working time after the task was due, and for every further level after the level before.</param>
public sealed record LadderLevel(int Minutes, LadderStep Step);

/// <summary>How tasks of a kind that are not done are told upwards: the first level to the nearest head, the next to the one above.</summary>
public sealed record Ladder(WorkKind Kind, long Version, IReadOnlyList<LadderLevel> Levels)
{
    public const int MostLevels = 9;
    /// <summary>A working year.</summary>
    public const int LongestMinutes = 250 * 8 * 60;

    /// <summary>What holds until the company sets its own: what is in the press from the moment on that we know of it, customers' matters once they are late, others after a day.</summary>
    public static Ladder Standard(WorkKind kind) => new(kind, 0, kind == WorkKind.MediaCase ? [new(0, LadderStep.Inform), new(60, LadderStep.Inform), new(2 * 60, LadderStep.Inform)]
        : kind.IsCustomersMatter()
        ? [new(0, LadderStep.Inform), new(4 * 60, LadderStep.Inform), new(8 * 60, LadderStep.Inform)]
        : [new(8 * 60, LadderStep.Inform), new(5 * 8 * 60, LadderStep.Inform)]);

    /// <summary>When the level after this one is reached; null when there is none.</summary>
    /// <param name="from">When the task was due, or when this level was reached.</param>
    public DateTimeOffset? Next(long level, DateTimeOffset from, WorkingCalendar calendar) =>
        level < Levels.Count ? calendar.Add(from, TimeSpan.FromMinutes(Levels[(int)level].Minutes)) : null;

    internal static IEnumerable<Problem> Problems(WorkKind kind, IReadOnlyList<LadderLevel>? levels)
    {
        if (levels is null || levels.Count > MostLevels) { yield return new("Levels", "A ladder has at most {0} levels.", MostLevels); yield break; }
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i] is null || levels[i].Minutes is < 0 or > LongestMinutes) yield return new($"Levels[{i}].Minutes", "Give the working time in minutes, from 0 to {0}.", LongestMinutes);
            else if (!Enum.IsDefined(levels[i].Step)) yield return new($"Levels[{i}].Step", "Say whether the head is told of it or takes it over.");
            else if (levels[i].Step == LadderStep.TakeOver && !kind.IsHandedOverHere()) yield return new($"Levels[{i}].Step", "Tasks of this kind change hands on their own page only; the head can be told of them.");
        }
    }

    internal string Document => JsonSerializer.Serialize(Levels);
    internal static IReadOnlyList<LadderLevel> Read(string document) => JsonSerializer.Deserialize<List<LadderLevel>>(document)!;
}

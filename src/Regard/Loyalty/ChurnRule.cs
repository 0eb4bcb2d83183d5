namespace Regard.Loyalty;

/// <summary>When a customer counts as lost: after so many days without a purchase while no contract runs. A change is a new rule, and history is worked out anew by it.</summary>
public sealed record ChurnRule
{
    /// <summary>Stands for every segment that has no days of its own.</summary>
    public const string AllOthers = "";

    public required Id<ChurnRule> Id { get; init; }
    public required long Number { get; init; }
    /// <summary>Segment -> days.</summary>
    public required IReadOnlyDictionary<string, int> Days { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public string? MadeBy { get; init; }

    public int DaysOf(string segment) => Days.TryGetValue(segment, out var days) ? days : Days[AllOthers];

    internal static IEnumerable<Problem> Problems(IReadOnlyDictionary<string, int> days)
    {
        if (!days.ContainsKey(AllOthers)) yield return new("Days", "Say after how many days a customer counts as lost.");
        foreach (var (segment, d) in days) if (d is < 1 or > 3650) yield return new("Days", "Between {0} and {1} days.", 1, 3650);
    }
}

namespace Regard.Surveys;

/// <summary>A survey that comes back: the rules all its waves keep.</summary>
public sealed record Programme
{
    internal const string Columns = "id, name, audience, waves_per_year, minimum_n, short_boards, plan_days";
    public const long FewestWaves = 2, SmallestMinimum = 5;

    public required Id<Programme> Id { get; init; }
    public required string Name { get; init; }
    /// <summary>Said once, when the programme starts: its waves are compared with each other.</summary>
    public Audience Audience { get; init; }
    /// <summary>How many waves must be run in any twelve months; never under 2.</summary>
    public required long WavesPerYear { get; init; }
    /// <summary>What its next waves are planned with; never under 5.</summary>
    public required long MinimumN { get; init; }
    /// <summary>How many of a unit's weakest indicators get a plan when a wave closes.</summary>
    public required long ShortBoards { get; init; }
    /// <summary>Days until such a plan is due.</summary>
    public required long PlanDays { get; init; }

    /// <summary>Fewer waves than demanded were run in the last twelve months.</summary>
    public bool IsBehind(long wavesInTwelveMonths) => wavesInTwelveMonths < WavesPerYear;

    internal static IEnumerable<Problem> Check(string name, long wavesPerYear, long minimumN, long shortBoards, long planDays)
    {
        if (string.IsNullOrWhiteSpace(name)) yield return new("Name", "Give the programme a name.");
        if (wavesPerYear is < FewestWaves or > 52) yield return new("WavesPerYear", "At least two waves a year, at most 52.");
        if (minimumN is < SmallestMinimum or > 10_000) yield return new("MinimumN", "The reporting minimum is 5 at least: fewer would give people away.");
        if (shortBoards is < 0 or > 20) yield return new("ShortBoards", "Name 0 to 20 short boards for each unit.");
        if (planDays is < 1 or > 730) yield return new("PlanDays", "A plan is due after 1 to 730 days.");
    }
}

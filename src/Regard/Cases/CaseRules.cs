using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Cases;

/// <summary>Within which time something is to happen in the cases that fit; what is left out fits all.</summary>
public sealed record ClockTarget
{
    public required ClockKind Clock { get; init; }
    /// <summary>Working minutes; minutes of any hour where it runs round the clock.</summary>
    public required long Minutes { get; init; }
    public bool RoundTheClock { get; init; }
    public CaseKind? Kind { get; init; }
    /// <summary>At least so severe.</summary>
    public Severity? Severity { get; init; }
    public string? Grade { get; init; }
    public CaseChannel? Channel { get; init; }
    /// <summary>At least so angry.</summary>
    public int? Anger { get; init; }

    public bool Fits(CaseKind kind, Severity severity, string grade, CaseChannel channel, int anger) =>
        (Kind is null || Kind == kind) && (Severity is null || severity >= Severity) && (Grade is null || Grade == grade) && (Channel is null || Channel == channel) && (Anger is null || anger >= Anger);
}

/// <summary>The clocks, limits and follow-ups of cases. Each change is a new version; a case keeps the one it was opened under.</summary>
public sealed record CaseRules
{
    const long Hour = 60, Day = 8 * Hour;

    /// <summary>Of all rows that fit a case the earliest moment counts.</summary>
    public required IReadOnlyList<ClockTarget> Targets { get; init; }
    /// <summary>From this hand-over on a manager has to agree.</summary>
    public int HandOverNeedsManager { get; init; } = 3;
    /// <summary>Days after the closing on which somebody asks how it is now.</summary>
    public IReadOnlyList<int> FollowUpDays { get; init; } = [7, 30, 90];
    /// <summary>An answer to a survey with an overall score, 0 to 100, of so much or less opens a case; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? LowScore { get; init; } = 40;

    /// <summary>What holds until the company sets rules of its own.</summary>
    public static CaseRules AsDelivered { get; } = new()
    {
        Targets =
        [
            new() { Clock = ClockKind.Acknowledge, Minutes = Day }, new() { Clock = ClockKind.FirstAction, Minutes = 2 * Day }, new() { Clock = ClockKind.Resolve, Minutes = 10 * Day },
            new() { Clock = ClockKind.Acknowledge, Minutes = Hour, Kind = CaseKind.Complaint }, new() { Clock = ClockKind.FirstAction, Minutes = Day, Kind = CaseKind.Complaint }, new() { Clock = ClockKind.Resolve, Minutes = 5 * Day, Kind = CaseKind.Complaint },
            new() { Clock = ClockKind.FirstAction, Minutes = 4 * Hour, Severity = Severity.Serious }, new() { Clock = ClockKind.Resolve, Minutes = 3 * Day, Severity = Severity.Serious },
            new() { Clock = ClockKind.FirstAction, Minutes = 2 * Hour, Severity = Severity.Severe }, new() { Clock = ClockKind.Resolve, Minutes = 2 * Day, Severity = Severity.Severe },
            new() { Clock = ClockKind.Acknowledge, Minutes = 30, RoundTheClock = true, Severity = Severity.Major }, new() { Clock = ClockKind.FirstAction, Minutes = Hour, RoundTheClock = true, Severity = Severity.Major },
            new() { Clock = ClockKind.FirstAction, Minutes = Hour, Anger = Case.MostAnger },
        ],
    };

    internal string Write() => JsonSerializer.Serialize(this, json);
    internal static CaseRules Read(string document) => JsonSerializer.Deserialize<CaseRules>(document, json)!;

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}

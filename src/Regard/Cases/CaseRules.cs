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

    /// <summary>Working minutes in which somebody answers a case offered, or a manager the question whether it may be.</summary>
    internal const long AnswerMinutes = 4 * Hour;

    /// <summary>Of all rows that fit a case the earliest moment counts.</summary>
    public required IReadOnlyList<ClockTarget> Targets { get; init; }
    /// <summary>From this hand-over on a manager has to agree.</summary>
    public int HandOverNeedsManager { get; init; } = 3;
    /// <summary>Days after the closing on which somebody asks how it is now.</summary>
    public IReadOnlyList<int> FollowUpDays { get; init; } = [7, 30, 90];
    /// <summary>Nobody asks again once the customer has bought.</summary>
    public bool FollowUpsEndWhenBought { get; init; } = true;
    /// <summary>Working minutes that another department has for what it is asked, where nothing is said.</summary>
    public long TaskMinutes { get; init; } = 2 * Day;
    /// <summary>Working minutes after which somebody asks again when the customer does not answer.</summary>
    public long WaitMinutes { get; init; } = 5 * Day;
    /// <summary>Working minutes within which somebody with power calls a customer who is beside himself.</summary>
    public long CallBackMinutes { get; init; } = Hour;
    /// <summary>Working minutes within which whoever speaks for us has answered, once the press takes a matter up.</summary>
    public long MediaMinutes { get; init; } = 2 * Hour;
    /// <summary>What is done at once when the press takes a matter up.</summary>
    public IReadOnlyList<CrisisTask> CrisisTasks { get; init; } =
    [
        new(Text.Of("Name one person who speaks for us, and tell all others to refer to that one.", "指定一位发言人，并通知其他人把询问一律转给发言人。", "指定一位發言人，並通知其他人把詢問一律轉給發言人。"), Hour, CrisisTo.Top),
        new(Text.Of("Call the customer before anybody else does, listen, and say what happens next.", "抢在别人之前致电客户，先倾听，再说明下一步怎么办。", "搶在別人之前致電客戶，先傾聽，再說明下一步怎麼辦。"), Hour, CrisisTo.Unit),
        new(Text.Of("Write down what happened, hour by hour, with proof.", "按时间顺序写下事情经过，并附上证据。", "按時間順序寫下事情經過，並附上證據。"), 4 * Hour, CrisisTo.Unit),
        new(Text.Of("Agree on one statement for the press and for all shops.", "确定对媒体和各门店的统一说法。", "確定對媒體和各門市的統一說法。"), 4 * Hour, CrisisTo.Spokesperson),
    ];
    /// <summary>An answer to a survey with an overall score, 0 to 100, of so much or less opens a case; null for never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public double? LowScore { get; init; } = 40;

    /// <summary>Which of the seven P a cause belongs to, unless a case says it for itself.</summary>
    public IReadOnlyDictionary<Cause, MarketingMix> Families { get; init; } = new Dictionary<Cause, MarketingMix>
    {
        [Cause.PromiseNotKept] = MarketingMix.Promotion, [Cause.TooSlow] = MarketingMix.Process, [Cause.Incorrect] = MarketingMix.Product, [Cause.Rude] = MarketingMix.People, [Cause.Harm] = MarketingMix.Process,
    };

    /// <summary>Within which time a superior whom the customer asked for answers, where nothing is said.</summary>
    internal static ClockTarget Superior { get; } = new() { Clock = ClockKind.Superior, Minutes = 4 * Hour };

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
            new() { Clock = ClockKind.FirstAction, Minutes = Hour, Anger = Case.MostAnger }, Superior,
        ],
    };

    /// <summary>A working year.</summary>
    const long LongestMinutes = 250 * Day;
    public const int LongestTask = 500;
    const int MostTargets = 500, MostTasks = 20, MostFollowUps = 12, LatestFollowUp = 730;

    internal IEnumerable<Problem> Problems()
    {
        if (Targets is null || Targets.Count > MostTargets) { yield return new(nameof(Targets), "There may be at most {0} rows.", MostTargets); yield break; }
        for (var i = 0; i < Targets.Count; i++)
        {
            var t = Targets[i];
            if (t is null || t.Minutes is < 1 or > LongestMinutes) yield return new($"{nameof(Targets)}[{i}].Minutes", "Give the time in minutes, from {0} to {1}.", 1, LongestMinutes);
            else if (t.Clock == ClockKind.Statutory || !Enum.IsDefined(t.Clock)) yield return new($"{nameof(Targets)}[{i}].Clock", "A day set by law is entered with the case, not here.");
            else if (t.Anger is < 0 or > Case.MostAnger) yield return new($"{nameof(Targets)}[{i}].Anger", "Between {0} and {1}.", 0, Case.MostAnger);
        }
        foreach (var clock in new[] { ClockKind.Acknowledge, ClockKind.FirstAction, ClockKind.Resolve })
            if (!Targets.Any(t => t is { Kind: null, Severity: null or Regard.Cases.Severity.Minor, Grade: null, Channel: null, Anger: null or 0 } && t.Clock == clock)) yield return new(nameof(Targets), "For each clock, one row has to fit every case.");
        if (HandOverNeedsManager is < 1 or > 100) yield return new(nameof(HandOverNeedsManager), "Between {0} and {1}.", 1, 100);
        foreach (var (field, minutes) in new[] { (nameof(TaskMinutes), TaskMinutes), (nameof(WaitMinutes), WaitMinutes), (nameof(CallBackMinutes), CallBackMinutes), (nameof(MediaMinutes), MediaMinutes) })
            if (minutes is < 1 or > LongestMinutes) yield return new(field, "Give the time in minutes, from {0} to {1}.", 1, LongestMinutes);
        if (FollowUpDays is null || FollowUpDays.Count > MostFollowUps || FollowUpDays.Any(d => d is < 1 or > LatestFollowUp) || FollowUpDays.Distinct().Count() < FollowUpDays.Count) yield return new(nameof(FollowUpDays), "Give at most {0} different days, from 1 to {1}.", MostFollowUps, LatestFollowUp);
        if (CrisisTasks is null || CrisisTasks.Count > MostTasks || CrisisTasks.Any(t => t?.Words is null || t.Words.IsEmpty || t.Words.Values.Any(w => w.Length > LongestTask) || t.Minutes is < 1 or > LongestMinutes || !Enum.IsDefined(t.To)))
            yield return new(nameof(CrisisTasks), "Each of at most {0} tasks needs words of at most {1} characters and a time.", MostTasks, LongestTask);
        if (Families is null || Families.Any(f => !Enum.IsDefined(f.Key) || !Enum.IsDefined(f.Value))) yield return new(nameof(Families), "Choose one of the seven P for the cause.");
        if (LowScore is < 0 or > 100) yield return new(nameof(LowScore), "Between {0} and {1}.", 0, 100);
    }

    /// <summary>Of a complaint: as coded, else by its cause; null when neither is known.</summary>
    internal MarketingMix? FamilyOf(Cause? cause, MarketingMix? coded) => coded ?? (cause is { } known && Families.TryGetValue(known, out var family) ? family : null);

    internal string Write() => JsonSerializer.Serialize(this, json);
    internal static CaseRules Read(string document) => JsonSerializer.Deserialize<CaseRules>(document, json)!;

    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}

[JsonConverter(typeof(JsonStringEnumConverter<CrisisTo>))]
public enum CrisisTo
{
    /// <summary>Whoever takes what comes to the unit.</summary>
    Unit,
    /// <summary>Whoever takes what comes to the head of the company.</summary>
    Top,
    /// <summary>Who speaks for us.</summary>
    Spokesperson,
}

/// <param name="Minutes">Working time.</param>
public sealed record CrisisTask(Text Words, long Minutes, CrisisTo To);

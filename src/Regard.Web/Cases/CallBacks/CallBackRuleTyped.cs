using System.Globalization;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Cases.CallBacks;

/// <summary>A rule for calls as it is typed; times of the day as 09:00.</summary>
public sealed record CallBackRuleTyped
{
    public string? Id { get; init; }
    public string? UnitId { get; init; }
    public string? Kind { get; init; }
    public string? Category { get; init; }
    public int Days { get; init; } = 3;
    public int RestDays { get; init; } = 30;
    public int MostAttempts { get; init; } = 3;
    public int AgainHours { get; init; } = 4;
    public string? From { get; init; } = "09:00";
    public string? Until { get; init; } = "20:00";
    public string? Since { get; init; }
    public bool IsOn { get; init; }
    public string? Simplified { get; init; }
    public string? Traditional { get; init; }
    public string? English { get; init; }

    internal static CallBackRuleTyped Of(CallBackRule? rule) => rule is null ? new() { IsOn = true } : new()
    {
        Id = rule.Id.ToString(), UnitId = rule.UnitId.ToString(), Kind = rule.Kind.ToString(), Category = rule.Category, Days = rule.Days, RestDays = rule.RestDays, MostAttempts = rule.MostAttempts, AgainHours = rule.AgainMinutes / 60,
        From = Time(rule.FromMinute), Until = Time(rule.UntilMinute), Since = rule.Since.Iso(), IsOn = rule.IsOn,
        Simplified = rule.Script.GetValueOrDefault("zh-Hans"), Traditional = rule.Script.GetValueOrDefault("zh-Hant"), English = rule.Script.GetValueOrDefault("en"),
    };

    internal CallBackRule Rule(DateTimeOffset now) => new()
    {
        Id = Id<CallBackRule>.TryParse(Id, null, out var id) ? id : new(Guid.CreateVersion7(now)), UnitId = Id<Unit>.TryParse(UnitId, null, out var unit) ? unit : throw new Invalid(nameof(UnitId), "Choose a unit."),
        Kind = Enum.TryParse<EventKind>(Kind, out var kind) ? kind : (EventKind)(-1), Category = Category, Days = Days, RestDays = RestDays, MostAttempts = MostAttempts, AgainMinutes = AgainHours * 60,
        FromMinute = Minute(From), UntilMinute = Minute(Until), Since = Forms.Day(Since) ?? DateOnly.FromDateTime(now.UtcDateTime), IsOn = IsOn,
        Script = new(new[] { ("zh-Hans", Simplified), ("zh-Hant", Traditional), ("en", English) }.Where(t => !string.IsNullOrWhiteSpace(t.Item2)).ToDictionary(t => t.Item1, t => t.Item2!.Trim())),
    };

    static string Time(int minute) => minute == CallBackRule.LatestMinute ? "23:59" : TimeOnly.MinValue.AddMinutes(minute).ToString("HH:mm", CultureInfo.InvariantCulture);
    static int Minute(string? time) => TimeOnly.TryParse(time, CultureInfo.InvariantCulture, out var at) ? at.Hour * 60 + at.Minute : -1;
}

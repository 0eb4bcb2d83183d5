using System.Text.Json.Serialization;
using Regard.Loyalty;
namespace Regard.Customers;

[JsonConverter(typeof(JsonStringEnumConverter<NextStepKind>))]
public enum NextStepKind
{
    /// <summary>Nothing may be said unasked: no channel is open for service.</summary>
    DoNotContact,
    /// <summary>Nothing is known of being contacted: ask first.</summary>
    AskConsent,
    /// <summary>A lost customer of grade A: find out why, and ask back.</summary>
    ReviewLoss,
    /// <summary>The last answer was a dissatisfied one.</summary>
    AskWhatWentWrong,
    /// <summary>Later than this customer's own rhythm.</summary>
    Call,
    /// <summary>A contract ends soon.</summary>
    RenewContract,
    /// <summary>The next purchase is near.</summary>
    PrepareReward,
    /// <summary>Bought for the first time.</summary>
    Welcome,
}

/// <summary>What to do next for a customer, and the facts that it follows from.</summary>
public sealed record NextStep(NextStepKind Kind)
{
    /// <summary>A dissatisfied answer is one below the middle of the scale, and holds a year.</summary>
    public const double DissatisfiedBelow = 50;
    public const int AnswerHoldsDays = 365, ContractAheadDays = 60, NeedAheadDays = 30, ReviewDays = 10;

    /// <summary>The day it follows from: lost on, answered on, last bought on, ends on, expected on.</summary>
    public DateOnly? Day { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    /// <summary>To be done by; null where no day is set.</summary>
    public DateOnly? DueOn { get; init; }
    /// <summary>Of a contract its kind, of a need its category.</summary>
    public string? Name { get; init; }
    public double? Share { get; init; }
    /// <summary>Satisfaction 0 to 100, or days between two purchases.</summary>
    public double? Number { get; init; }

    /// <summary>The most urgent first. What has to be settled before a customer may be contacted comes before all.</summary>
    public static IReadOnlyList<NextStep> For(Standing? standing, IEnumerable<Contract> contracts, IReadOnlyList<ConsentState> consents, DateOnly today)
    {
        var steps = new List<NextStep>();
        if (standing is { } g)
        {
            if (g is { State: CustomerState.Lost, Grade: "A" }) steps.Add(new(NextStepKind.ReviewLoss) { Day = g.LostOn, DueOn = g.LostOn?.AddDays(ReviewDays) });
            if (g.Satisfaction < DissatisfiedBelow && g.SatisfiedOn >= today.AddDays(-AnswerHoldsDays)) steps.Add(new(NextStepKind.AskWhatWentWrong) { Day = g.SatisfiedOn, Number = g.Satisfaction });
            if (g.State == CustomerState.Overdue) steps.Add(new(NextStepKind.Call) { Day = g.LastDay, Number = g.RhythmDays, From = g.NextFrom, Until = g.NextUntil });
        }
        steps.AddRange(from c in contracts
                       where c is { EndedOn: null, UntilDay: { } until } && until >= today && until <= today.AddDays(ContractAheadDays)
                       orderby c.UntilDay
                       select new NextStep(NextStepKind.RenewContract) { Day = c.UntilDay, DueOn = c.UntilDay, Name = c.Kind });
        if (standing is { State: CustomerState.Active or CustomerState.New, NextDay: { } next } n && n.NextFrom <= today.AddDays(NeedAheadDays) && n.NextUntil >= today)
            steps.Add(new(NextStepKind.PrepareReward) { Day = next, From = n.NextFrom, Until = n.NextUntil, Name = n.NextCategory, Share = n.NextShare });
        else if (standing is { State: CustomerState.New } first) steps.Add(new(NextStepKind.Welcome) { Day = first.FirstDay });
        return steps.Count > 0 && Contact(consents) is { } before ? [before, .. steps] : steps;
    }

    static NextStep? Contact(IReadOnlyList<ConsentState> consents)
    {
        var service = consents.Where(c => c.Purpose == Purpose.Service && c.Given is not null).ToList();
        return service.Any(c => c.Given == true) ? null : new(service.Count == 0 ? NextStepKind.AskConsent : NextStepKind.DoNotContact) { Day = service.Count == 0 ? null : service.Max(c => c.SaidOn) };
    }
}

/// <summary>The last word on a purpose and a channel; nothing is given when the customer has not been asked.</summary>
public sealed record ConsentState(Purpose Purpose, Channel Channel)
{
    public bool? Given { get; init; }
    public DateOnly? SaidOn { get; init; }
    public string? Source { get; init; }
}

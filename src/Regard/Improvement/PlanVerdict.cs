using System.Text.Json.Serialization;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Improvement;

/// <summary>Why a plan could not be tested.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Untested>))]
public enum Untested
{
    /// <summary>It was tested.</summary>
    None,
    /// <summary>It was still a draft when the next wave opened.</summary>
    NeverStarted,
    /// <summary>It was started when the next wave was open already.</summary>
    StartedTooLate,
    /// <summary>The next wave asked or weighted the indicator in another way.</summary>
    NotComparable,
    NoBaseline, NoFollowUp, BelowMinimum, TooFewComparisonUnits, NoOverlap,
}

/// <summary>What the next wave says of a plan.</summary>
public sealed record PlanVerdict
{
    public required Id<Wave> WaveId { get; init; }
    [JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
    public required Verdict Verdict { get; init; }
    public required Untested Reason { get; init; }
    /// <summary>Points above what would have come without the plan.</summary>
    public double? Effect { get; init; }
    public double? StandardError { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    /// <summary>The effect that would have been found four times out of five, points.</summary>
    public double? SmallestDetectable { get; init; }
    public required long ComparisonUnits { get; init; }
    public double? BeforeValue { get; init; }
    public double? AfterValue { get; init; }
    /// <summary>What a unit as weak as this came to without a plan.</summary>
    public double? ExpectedValue { get; init; }

    public static Words Said(Verdict verdict) => Words.Of(verdict switch
    {
        Verdict.Effective => "Effective",
        Verdict.NoEvidence => "No evidence of an effect",
        Verdict.Harmful => "Harmful",
        _ => "Not testable",
    });

    public Words Why() => Reason switch
    {
        Untested.NeverStarted => Words.Of("It had not been started when the next wave opened."),
        Untested.StartedTooLate => Words.Of("It was started only after the next wave had opened."),
        Untested.NotComparable => Words.Of("The next wave asked about this in another way, so that the two scores are not of the same thing."),
        Untested.NoBaseline => Words.Of("The indicator was not measured here before the plan."),
        Untested.NoFollowUp => Words.Of("The next wave did not measure the indicator here."),
        Untested.BelowMinimum => Words.Of("Too few customers answered here in one of the two waves."),
        Untested.TooFewComparisonUnits => Words.Of("Fewer than {0} units without a plan on this indicator were measured in both waves.", PlanEffect.FewestComparisonUnits),
        Untested.NoOverlap => Words.Of("No unit without a plan was as weak as this one, so nothing shows how it would have gone on."),
        _ => Verdict switch
        {
            Verdict.Effective => Words.Of("The score rose above what equally weak units without a plan came to, by more than chance explains."),
            Verdict.Harmful => Words.Of("The score fell below what equally weak units without a plan came to, by more than chance explains."),
            _ => Words.Of("The difference from equally weak units without a plan is within what chance brings."),
        },
    };

    internal static PlanVerdict Without(Id<Wave> wave, Untested reason, double? before, double? after) =>
        new() { WaveId = wave, Verdict = Verdict.NotTestable, Reason = reason, ComparisonUnits = 0, BeforeValue = before, AfterValue = after };

    internal static PlanVerdict Of(Id<Wave> wave, PlanEffect effect, double? before, double? after) => new()
    {
        WaveId = wave, Verdict = effect.Verdict, Reason = Enum.Parse<Untested>(effect.Refusal.ToString()),
        Effect = effect.Effect?.Value, StandardError = effect.Effect?.StandardError, Lower = effect.Effect?.Lower, Upper = effect.Effect?.Upper,
        SmallestDetectable = effect.SmallestDetectable, ComparisonUnits = effect.ComparisonUnits, BeforeValue = before, AfterValue = after, ExpectedValue = effect.Expected,
    };
}

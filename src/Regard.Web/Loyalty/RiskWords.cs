using Regard.Loyalty;
using Regard.Web.Ui;
namespace Regard.Web.Loyalty;

/// <summary>Reasons, features and refusals of the risk model in words of the reader's language.</summary>
static class RiskWords
{
    /// <summary>One reason of one customer.</summary>
    public static Words Said(this RiskCause cause, Tongue l, string? currency) => (cause.Feature, cause.Value) switch
    {
        ("recency", { } days) => Words.Of("Last bought {0} days ago", l.Number(days, 0)),
        ("lateness", { } times) when times >= 1.05 => Words.Of("{0} times the usual time since the last purchase", l.Number(times)),
        ("lateness", _) => Words.Of("Within the usual time between purchases"),
        ("purchases", { } n) => Words.Of("Bought on {0} days so far", l.Number(n, 0)),
        ("spend", { } spent) => Words.Of("Spent {0} in the last year", l.Money(spent, currency)),
        ("trend", < -0.005 and var less) => Words.Of("Spent {0} less in the last half year than in the one before", l.Share(-less)),
        ("trend", > 0.005 and var more) => Words.Of("Spent {0} more in the last half year than in the one before", l.Share(more)),
        ("trend", _) => Words.Of("No change of spending between the last two half years"),
        ("tenure", >= 365 and var days) => Words.Of("A customer for {0} years", l.Number(days / 365.25)),
        ("tenure", { } days) => Words.Of("A customer for {0} days", l.Number(days, 0)),
        ("declined", > 0 and var n) => Words.Of("{0} declined sales in the last year", l.Number(n, 0)),
        ("declined", _) => Words.Of("No declined sale in the last year"),
        ("returns", > 0 and var n) => Words.Of("{0} returns in the last year", l.Number(n, 0)),
        ("returns", _) => Words.Of("Nothing returned in the last year"),
        ("calls", > 0 and var n) => Words.Of("{0} calls in the last year", l.Number(n, 0)),
        ("calls", _) => Words.Of("No call in the last year"),
        ("contract-ends", { } days) => Words.Of("The contract ends in {0} days", l.Number(days, 0)),
        ("contract-ends", _) => Words.Of("No contract is about to end"),
        ("contract-covers", 1) => Words.Of("A contract covers the days ahead"),
        ("contract-covers", _) => Words.Of("No contract covers the days ahead"),
        ("satisfied", 1) => Words.Of("Satisfied in the last answer"),
        ("satisfied", _) => Words.Of("No satisfied answer lately"),
        ("dissatisfied", 1) => Words.Of("Dissatisfied in the last answer"),
        ("dissatisfied", _) => Words.Of("No dissatisfied answer lately"),
        ("answers", > 0 and var n) => Words.Of("Answered {0} surveys", l.Number(n, 0)),
        ("answers", _) => Words.Of("Never answered a survey"),
        ("segment", _) when cause.Level is { Length: > 0 } level => Words.Of("Segment {0}", level),
        ("segment", _) => Words.Of("In no segment"),
        _ => new(cause.Feature),
    };

    public static Words Feature(string code) => Words.Of(code switch
    {
        "recency" => "Days since the last purchase",
        "lateness" => "Time since the last purchase, against the usual time",
        "once" => "Bought only once so far",
        "purchases" => "Days with a purchase so far",
        "spend" => "Spent in the last year",
        "trend" => "Spending, half year against half year",
        "tenure" => "Days as a customer",
        "declined" => "Declined sales in the last year",
        "returns" => "Returns in the last year",
        "calls" => "Calls in the last year",
        "contract-ends" => "The contract ends within the days foretold",
        "contract-covers" => "A contract covers the days ahead",
        "satisfied" => "Satisfied in the last answer",
        "dissatisfied" => "Dissatisfied in the last answer",
        "answers" => "Surveys answered",
        _ => "Segment",
    });

    /// <summary>Which two customers an odds ratio compares.</summary>
    public static Words Compared(this RiskCoefficient c, string? reference) => c.Step switch
    {
        RiskStep.Doubled => Words.Of("twice as much against once"),
        RiskStep.OneForNone => Words.Of("one against none"),
        RiskStep.Yes => Words.Of("yes against no"),
        RiskStep.DoubledSpend => Words.Of("twice as much spent against as much"),
        _ => Words.Of("{0} against {1}", Segment(c.Level), Segment(reference)),
    };

    static Words Segment(string? name) => string.IsNullOrEmpty(name) ? Words.Of("no or another segment") : new(name);

    public static Words Why(this RiskRefusal refusal) => Words.Of(refusal switch
    {
        RiskRefusal.TooShort => "The history is too short: the days after which a customer counts as lost must have passed twice, once to learn from and once to test.",
        RiskRefusal.TooFewRows => "Too few customers could be watched to learn from and to test on.",
        RiskRefusal.TooFewLost => "Too few customers were lost to learn what foretells it.",
        RiskRefusal.TooFewKept => "Nearly all customers were lost, so nothing tells those who stay.",
        RiskRefusal.Separated => "What is known parts the lost from the others without exception; a model would be surer than it can be.",
        _ => "The data do not determine the model.",
    });
}

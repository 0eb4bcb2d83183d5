using Regard.Loyalty;
using Regard.Web.Ui;
namespace Regard.Web.Loyalty;

/// <summary>What segments are made of, in words of the reader's language.</summary>
static class SegmentWords
{
    public static Words Said(this SegmentMeasure measure) => Words.Of(measure switch
    {
        SegmentMeasure.Worth => "Worth by the rule of grades",
        SegmentMeasure.Lifetime => "Expected lifetime value",
        SegmentMeasure.Purchases => "Days with a purchase so far",
        SegmentMeasure.PurchasesYear => "Visits with a purchase in 12 months",
        SegmentMeasure.SpentYear => "Spent in 12 months",
        SegmentMeasure.RecencyDays => "Days since the last purchase",
        SegmentMeasure.Risk => "Risk of leaving, %",
        SegmentMeasure.Alive => "Still a customer, %",
        _ => "Satisfaction as last answered, 0 to 100",
    });

    public static Words Said(this SegmentSatisfaction satisfaction) => Words.Of(satisfaction switch
    {
        SegmentSatisfaction.Satisfied => "Satisfied in the last answer",
        SegmentSatisfaction.Dissatisfied => "Dissatisfied in the last answer",
        SegmentSatisfaction.Known => "Has answered",
        _ => "Has never answered",
    });

    public static Words Said(this SegmentFeature feature) => Words.Of(feature switch
    {
        SegmentFeature.Recency => "Days since the last purchase",
        SegmentFeature.Frequency => "Days with a purchase so far",
        SegmentFeature.Amount => "Spent so far",
        SegmentFeature.Rhythm => "Days between two purchases",
        SegmentFeature.Satisfaction => "Satisfaction as last answered, 0 to 100",
        _ => "Risk of leaving",
    });

    public static string Told(this SegmentFeature feature, double value, Tongue l, string? currency) => feature switch
    {
        SegmentFeature.Amount => l.Money(value, currency),
        SegmentFeature.Risk => l.Share(value),
        SegmentFeature.Frequency => l.Number(value),
        _ => l.Number(value, 0),
    };

    /// <summary>Each condition of a rule; all of them hold.</summary>
    public static IEnumerable<string> Told(this SegmentRule rule, Tongue l, string? currency, string? unit)
    {
        string Or(IEnumerable<string> names) => string.Join(" / ", names);
        if (rule.Grades.Count > 0) yield return l["Grade: {0}", Or(rule.Grades.Select(g => g.Length > 0 ? g : l["none"]))];
        if (rule.States.Count > 0) yield return l["State: {0}", Or(rule.States.Select(x => l[x.Said()]))];
        if (rule.Segments.Count > 0) yield return l["Segment: {0}", Or(rule.Segments)];
        if (rule.Types.Count > 0) yield return l["Loyalty type: {0}", Or(rule.Types.Select(x => l[x.Said()]))];
        if (rule.UnitId is not null) yield return l["Unit: {0}", unit ?? "–"];
        if (rule.Satisfaction is { } satisfaction) yield return l[satisfaction.Said()];
        if (rule.NextWithinDays is { } days) yield return l["Next purchase expected within {0} days", days];
        foreach (var (measure, range) in rule.Ranges.OrderBy(r => r.Key))
        {
            string Said(double value) => measure switch
            {
                SegmentMeasure.Worth or SegmentMeasure.Lifetime or SegmentMeasure.SpentYear => l.Money(value, currency),
                SegmentMeasure.Risk or SegmentMeasure.Alive => l.Share(value),
                _ => l.Number(value, 0),
            };
            yield return (range.From, range.To) switch
            {
                ({ } from, { } to) => l["{0}: {1} to {2}", l[measure.Said()], Said(from), Said(to)],
                ({ } from, null) => l["{0}: at least {1}", l[measure.Said()], Said(from)],
                (_, { } to) => l["{0}: at most {1}", l[measure.Said()], Said(to)],
                _ => l[measure.Said()],
            };
        }
    }
}

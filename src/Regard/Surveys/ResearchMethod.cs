using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>What a study is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResearchPurpose>))]
public enum ResearchPurpose { Index, Journey, PerceivedQuality, ShortBoard, Dissatisfaction, Value, Kano, Competitor, LostCustomer, Mirror, Staff, Leadership }

/// <summary>How a purpose is served: the form to start from, who is asked, and what is made of the answers.</summary>
/// <param name="Asks">The question that the study answers.</param>
/// <param name="Plan">The analyses in their order.</param>
public sealed record ResearchMethod(ResearchPurpose Purpose, Words Name, Words Asks, string Template, Audience Audience, IReadOnlyList<AnalysisStep> Plan)
{
    static readonly AnalysisStep scores = new(Words.Of("Scores by unit and indicator with interval and n; what is too small is withheld."), "/index");
    static readonly AnalysisStep drivers = new(Words.Of("What explains overall satisfaction, with the uncertainty of each share."), "/index/drivers");
    static readonly AnalysisStep priorities = new(Words.Of("Importance against performance: what to work on first."), "/index/priorities");
    static readonly AnalysisStep plans = new(Words.Of("Plans for the weakest indicators, judged by the next wave."), "/plans");
    static readonly AnalysisStep export = new(Words.Of("Shares of each answer by unit, from the export of the wave."), "/waves");

    public static IReadOnlyList<ResearchMethod> All { get; } =
    [
        new(ResearchPurpose.Index, Words.Of("Satisfaction index"), Words.Of("How satisfied are customers against what they expect, and does it change?"), FormTemplate.Rater, Audience.Customer,
            [scores, new(Words.Of("Expected and perceived over the waves."), "/index/expectations"), new(Words.Of("The path from quality over satisfaction to loyalty."), "/index/model"), new(Words.Of("The five gaps, once managers, standards and visits are measured too."), "/gaps"), plans]),
        new(ResearchPurpose.Journey, Words.Of("Stages of the journey"), Words.Of("Which stage of a visit loses most, on a scale of 1000 points?"), FormTemplate.Journey, Audience.Customer,
            [new(Words.Of("Points of 1000 by stage, what is left to gain, and the course."), "/index/stages"), scores, drivers, plans]),
        new(ResearchPurpose.PerceivedQuality, Words.Of("Perceived quality"), Words.Of("How good do customers find each part of the service?"), FormTemplate.Short, Audience.Customer, [scores, drivers, plans]),
        new(ResearchPurpose.ShortBoard, Words.Of("Short boards"), Words.Of("Which few weaknesses hold a unit back, and did mending them work?"), FormTemplate.Short, Audience.Customer, [scores, priorities, plans]),
        new(ResearchPurpose.Dissatisfaction, Words.Of("Dissatisfaction"), Words.Of("What goes wrong, how often, and why do people not tell us?"), FormTemplate.Dissatisfaction, Audience.Customer,
            [new(Words.Of("How many are dissatisfied in silence, from the survey and the register of complaints."), "/loyalty/hidden"), new(Words.Of("Who complains and who does not."), "/loyalty/propensity"), export]),
        new(ResearchPurpose.Value, Words.Of("Customer delivered value"), Words.Of("Is what customers get worth what it costs them in money, time, effort and worry?"), FormTemplate.Value, Audience.Customer,
            [new(Words.Of("Benefits less costs by unit and wave, and what each cost takes; measured times count where there are series."), "/value"), drivers, export]),
        new(ResearchPurpose.Kano, Words.Of("Kano"), Words.Of("What delights, what goes without saying, what leaves people cold?"), FormTemplate.Kano, Audience.Customer,
            [new(Words.Of("Each feature's class with its Better and Worse, how sure it is, by unit and wave."), "/value/kano"), export]),
        new(ResearchPurpose.Competitor, Words.Of("Competitors"), Words.Of("Where are we ahead of the others, and where behind?"), FormTemplate.Short, Audience.Customer,
            [new(Words.Of("Add each competitor as a unit that stands apart, and ask its customers the same."), "/organisation"), new(Words.Of("Differences by indicator with interval and n."), "/index/comparison")]),
        new(ResearchPurpose.LostCustomer, Words.Of("Lost customers"), Words.Of("Why did they leave, and would they come back?"), FormTemplate.Lost, Audience.Customer,
            [new(Words.Of("Draw the sample from customers who count as lost."), "/customers"), new(Words.Of("Interviews with lost customers and what was learnt."), "/loyalty/reviews"), export]),
        new(ResearchPurpose.Mirror, Words.Of("Mirror"), Words.Of("Do managers and employees know what customers want and get?"), FormTemplate.Mirror, Audience.Manager,
            [new(Words.Of("Hold the wave against the customers' one: ranks, reversals, blind spots."), "/gaps/mirror"), new(Words.Of("Knowledge and standards gap."), "/gaps")]),
        new(ResearchPurpose.Staff, Words.Of("Employee satisfaction"), Words.Of("How is it to work here, and will people stay?"), FormTemplate.Staff, Audience.Employee, [scores, export]),
        new(ResearchPurpose.Leadership, Words.Of("Service leadership"), Words.Of("Do leaders show vision, trust, love of the work and honesty?"), FormTemplate.Leadership, Audience.Employee,
            [new(Words.Of("Each trait with interval and n, for the leader and the superior alone, from five raters on."), "/gaps/leadership")]),
    ];

    public static ResearchMethod Of(ResearchPurpose purpose) => All.First(m => m.Purpose == purpose);
}

/// <param name="Path">Where it is done; null when not on a page.</param>
public sealed record AnalysisStep(Words What, string? Path);

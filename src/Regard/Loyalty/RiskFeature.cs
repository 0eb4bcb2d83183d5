namespace Regard.Loyalty;

/// <summary>One thing known of a customer that may foretell a loss.</summary>
/// <param name="Code">As it is kept and handed over.</param>
/// <param name="Theme">Features of one theme are told as one reason, because they mean little apart.</param>
/// <param name="Step">A difference in the feature that people can picture, for odds ratios.</param>
/// <param name="Value">As the model takes it.</param>
/// <param name="Told">As people say it; null where there is no number to say.</param>
sealed record RiskFeature(string Code, RiskTheme Theme, RiskStep Step, Func<RiskMoment, double> Value, Func<RiskMoment, double?> Told)
{
    /// <summary>Stands for the segment of a customer, whose levels are features of their own.</summary>
    public const string Segment = "segment";

    /// <remarks>Complaints and how they were made good join this list as soon as cases are kept in the book: a feature is a line here, and a text in the pages.</remarks>
    public static IReadOnlyList<RiskFeature> All { get; } =
    [
        new("recency", RiskTheme.Rhythm, RiskStep.Doubled, m => Math.Log(1 + m.DaysSince), m => m.DaysSince),
        new("lateness", RiskTheme.Rhythm, RiskStep.Doubled, m => m.Rhythm is { } usual ? Math.Log((1 + m.DaysSince) / (1 + usual)) : 0, m => m.Rhythm is > 0 and var usual ? m.DaysSince / usual : null),
        new("once", RiskTheme.Purchases, RiskStep.Yes, m => m.Purchases <= 1 ? 1 : 0, _ => null),
        new("purchases", RiskTheme.Purchases, RiskStep.Doubled, m => Math.Log(Math.Max(1, m.Purchases)), m => m.Purchases),
        new("spend", RiskTheme.Spending, RiskStep.Doubled, m => Math.Log(1 + m.SpentUsual), m => m.SpentYear),
        new("trend", RiskTheme.Spending, RiskStep.DoubledSpend, m => m.SpentLate + m.SpentEarly is > 0 and var both ? (m.SpentLate - m.SpentEarly) / (double)both : 0, m => m.SpentEarly > 0 ? m.SpentLate / (double)m.SpentEarly - 1 : null),
        new("tenure", RiskTheme.Tenure, RiskStep.Doubled, m => Math.Log(1 + m.Tenure), m => m.Tenure),
        new("declined", RiskTheme.Declined, RiskStep.OneForNone, m => Math.Log(1 + m.Declined), m => m.Declined),
        new("returns", RiskTheme.Returns, RiskStep.OneForNone, m => Math.Log(1 + m.Returns), m => m.Returns),
        new("calls", RiskTheme.Calls, RiskStep.OneForNone, m => Math.Log(1 + m.Calls), m => m.Calls),
        new("contract-ends", RiskTheme.Contract, RiskStep.Yes, m => m is { ContractDays: not null, ContractCovers: false } ? 1 : 0, m => m.ContractCovers ? null : m.ContractDays),
        new("contract-covers", RiskTheme.Contract, RiskStep.Yes, m => m.ContractCovers ? 1 : 0, m => m.ContractCovers ? 1 : 0),
        new("satisfied", RiskTheme.Answers, RiskStep.Yes, m => m.Satisfied == true ? 1 : 0, m => m.Satisfied == true ? 1 : 0),
        new("dissatisfied", RiskTheme.Answers, RiskStep.Yes, m => m.Satisfied == false ? 1 : 0, m => m.Satisfied == false ? 1 : 0),
        new("answers", RiskTheme.Answers, RiskStep.Doubled, m => Math.Log(Math.Max(1, m.Answers)), m => m.Answers),
    ];
}

enum RiskTheme { Rhythm, Purchases, Spending, Tenure, Declined, Returns, Calls, Contract, Answers }

/// <summary>Between which two customers an odds ratio compares.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<RiskStep>))]
public enum RiskStep
{
    /// <summary>Twice as much against once.</summary>
    Doubled,
    /// <summary>One against none.</summary>
    OneForNone,
    Yes,
    /// <summary>Twice as much spent in the last half year as in the one before, against as much.</summary>
    DoubledSpend,
    /// <summary>Of this segment against the reference.</summary>
    Level,
}

static class RiskSteps
{
    /// <summary>In units of the feature.</summary>
    public static double Size(this RiskStep step) => step switch
    {
        RiskStep.Doubled or RiskStep.OneForNone => Math.Log(2),
        RiskStep.DoubledSpend => 1 / 3.0,
        _ => 1,
    };
}

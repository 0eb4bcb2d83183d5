using System.Text.Json.Serialization;
namespace Regard.Measures;

[JsonConverter(typeof(JsonStringEnumConverter<MeasureUnit>))]
public enum MeasureUnit
{
    /// <summary>0 to 100.</summary>
    Score,
    /// <summary>Difference of scores.</summary>
    Points,
    Percent,
    /// <summary>-100 to 100.</summary>
    NetPoints,
}

/// <summary>How a number comes about, in one place: screens, API and export only point here.</summary>
public sealed record Definition
{
    public required string Code { get; init; }
    public required Words Name { get; init; }
    public required Words Formula { get; init; }
    public required MeasureUnit Unit { get; init; }
    /// <summary>Null where more is neither better nor worse: expectation, importance.</summary>
    public required bool? HigherIsBetter { get; init; }
    /// <summary>The section of docs/methods.md.</summary>
    public required string Anchor { get; init; }
    /// <summary>Goes up when the same input would give another number.</summary>
    public int Version { get; init; } = 1;

    public static IReadOnlyList<Definition> All { get; } =
    [
        Score("index", "Satisfaction index", "Mean of the dimension scores, weighted as the indicator tree says; 0 to 100. Weights of what the form does not ask are shared out among the rest.", "index"),
        Score("dimension", "Dimension score", "Mean of the indicator scores of the dimension, weighted as the indicator tree says; 0 to 100.", "index"),
        Score("indicator", "Indicator score", "Mean of the perceived ratings of the indicator, each turned into 100 x (answer - lowest) / (highest - lowest).", "score"),
        Score("item", "Item score", "Mean of the answers to the item, each turned into 100 x (answer - lowest) / (highest - lowest); higher is better.", "score"),
        Neither("expected", "Expected level", "The same as the score, from the ratings of what customers expect.", "expectation"),
        new() { Code = "gap", Name = Words.Of("Gap to expectation"), Formula = Words.Of("Perceived score less expected score, over what was asked both ways; below zero falls short."), Unit = MeasureUnit.Points, HigherIsBetter = true, Anchor = "expectation" },
        new() { Code = "ratio", Name = Words.Of("Satisfaction ratio"), Formula = Words.Of("Perceived score over expected score, a ratio of means, in per cent; over 100 exceeds what was expected."), Unit = MeasureUnit.Percent, HigherIsBetter = true, Anchor = "expectation" },
        Neither("importance", "Importance", "The same as the score, from the ratings of how important it is to customers.", "importance"),
        new() { Code = "nps", Name = Words.Of("Net promoter score"), Formula = Words.Of("Share that answered 9 or 10 less the share that answered 0 to 6, in points."), Unit = MeasureUnit.NetPoints, HigherIsBetter = true, Anchor = "nps" },
        new() { Code = "csat", Name = Words.Of("Satisfied customers (CSAT)"), Formula = Words.Of("Share that gave one of the two best answers on overall satisfaction."), Unit = MeasureUnit.Percent, HigherIsBetter = true, Anchor = "csat" },
        Score("ces", "Ease (CES)", "Mean of the effort ratings, turned so that less effort scores higher; 0 to 100.", "ces"),
        Score("delivered", "Standards kept", "Mean over the questions about what was done, each 100 times the share of those to whom it applies for whom it was done.", "score"),
        Score("rater", "RATER index", "Mean of the five service dimensions, each weighted by its importance to customers; equal weights where importance was not asked.", "rater"),
    ];

    /// <summary>A side of a node (expected, gap, ...) is defined by the side, anything else by its kind.</summary>
    public static Definition Of(Measure measure)
    {
        var code = (measure.Aspect == Aspect.Perceived ? measure.Kind.ToString() : measure.Aspect.ToString()).ToLowerInvariant();
        return All.First(d => d.Code == code);
    }

    static Definition Score(string code, string name, string formula, string anchor) =>
        new() { Code = code, Name = Words.Of(name), Formula = Words.Of(formula), Unit = MeasureUnit.Score, HigherIsBetter = true, Anchor = anchor };
    static Definition Neither(string code, string name, string formula, string anchor) => Score(code, name, formula, anchor) with { HigherIsBetter = null };
}

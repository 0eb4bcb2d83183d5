using System.Text.Json.Serialization;
namespace Regard.Loyalty;

/// <summary>What a reader must know before trusting the risk of customers: the model's data, its test on later time, and what it goes by.</summary>
public sealed record RiskFigures
{
    /// <summary>Why no risk is told; null where it is.</summary>
    public RiskRefusal? Refusal { get; init; }
    /// <summary>Learnt from: customers at quarters' beginnings, and those of them lost within the days of their segment.</summary>
    public long Rows { get; init; }
    public long Lost { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    /// <summary>Tested on, later than all that was learnt from.</summary>
    public long TestRows { get; init; }
    public long TestLost { get; init; }
    public DateOnly? TestFrom { get; init; }
    public DateOnly? TestUntil { get; init; }
    /// <summary>Days within which a loss is foretold, by segment; empty for all others.</summary>
    public IReadOnlyDictionary<string, int> Days { get; init; } = new Dictionary<string, int>();
    /// <summary>Nothing is foretold of customers whose contract runs on beyond these days: hardly any of them was lost.</summary>
    public bool LeavesOutCovered { get; init; }
    /// <summary>0 for none; only then are the coefficients' intervals honest.</summary>
    public double Ridge { get; init; }
    /// <summary>Chance that a customer who was lost had the higher risk, compared with one who stayed; 0.5 is chance.</summary>
    public Bounded? Auc { get; init; }
    /// <summary>1 is right; under 1 the risks are too extreme.</summary>
    public Bounded? Slope { get; init; }
    /// <summary>0 is right; over 0 more were lost than foretold. In log odds.</summary>
    public Bounded? Intercept { get; init; }
    public double? Brier { get; init; }
    /// <summary>How many times the usual share was lost among the tenth of the highest risk.</summary>
    public Bounded? Lift { get; init; }
    /// <summary>From the lowest to the highest risk, on the test.</summary>
    public IReadOnlyList<RiskBin> Bins { get; init; } = [];
    public IReadOnlyList<RiskCoefficient> Coefficients { get; init; } = [];
    /// <summary>Segment that the others are compared with.</summary>
    public string? Reference { get; init; }
    /// <summary>Customers told a risk.</summary>
    public long Scored { get; init; }
}

/// <summary>A number between its 95 % bounds.</summary>
public sealed record Bounded(double Value, double Lower, double Upper)
{
    internal static Bounded? Of(Regard.Statistics.Estimate estimate) => estimate.Withheld ? null : new(estimate.Value.Value, estimate.Lower.Value, estimate.Upper.Value);
}

/// <summary>Customers of like risk: what was foretold, and what came.</summary>
public sealed record RiskBin(double Lowest, double Highest, double Predicted, Bounded Observed, long N);

/// <param name="Feature">Code of the feature.</param>
/// <param name="Level">Of a segment its name.</param>
/// <param name="OddsRatio">For the step, the other features held equal.</param>
/// <param name="Lower">Null under a penalty, which pulls coefficients towards none and leaves no honest interval.</param>
public sealed record RiskCoefficient(string Feature, string? Level, RiskStep Step, double OddsRatio, double? Lower, double? Upper);

[JsonConverter(typeof(JsonStringEnumConverter<RiskRefusal>))]
public enum RiskRefusal
{
    /// <summary>No quarter whose days have all passed, beside an earlier one to learn from.</summary>
    TooShort,
    TooFewRows,
    TooFewLost,
    TooFewKept,
    /// <summary>What is known parts the lost from the others without exception.</summary>
    Separated,
    NotDetermined,
}

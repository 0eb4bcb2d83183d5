using System.Text.Json.Serialization;
namespace Regard.Loyalty;

/// <summary>What goes together with a yes, all else known held equal: a logistic model as it is kept. An association; nothing here says which caused which.</summary>
public sealed record OddsFigures
{
    /// <summary>Why there is no model; null when there is.</summary>
    public OddsRefusal? Refusal { get; init; }
    /// <summary>Customers of whom all is known that the model goes by.</summary>
    public long N { get; init; }
    /// <summary>Of them, yes.</summary>
    public long Yes { get; init; }
    public IReadOnlyList<OddsRow> Rows { get; init; } = [];
    /// <summary>Chance that one with yes gets a higher chance than one without, on customers that the model was not fitted to (five folds); 0.5 is chance.</summary>
    public Bounded? Auc { get; init; }
    /// <summary>McFadden's share of the deviance explained.</summary>
    public double Explained { get; init; }
    /// <summary>Features that were looked for and are known of too few.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <param name="Level">Of a feature that is a name; compared with the most frequent one.</param>
/// <param name="OddsRatio">For one step of the feature.</param>
public sealed record OddsRow(string Feature, string? Level, double OddsRatio, double Lower, double Upper, double PValue);

[JsonConverter(typeof(JsonStringEnumConverter<OddsRefusal>))]
public enum OddsRefusal
{
    TooFewRows, TooFewYes, TooFewNo,
    /// <summary>Of too few customers is anything known.</summary>
    NothingKnown,
    /// <summary>What is known parts yes from no without exception.</summary>
    Separated,
    NotDetermined,
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>How many customers a unit has, of which grade, state and segment, and what they brought.</summary>
public sealed record BaseDocument
{
    public const string Kind = "base";

    public required IReadOnlyList<BaseCount> Counts { get; init; }
    /// <summary>Share of all value that the best customers bring together: at 0, 1, ... 100 per cent of the customers with any.</summary>
    public required IReadOnlyList<double> Concentration { get; init; }
    /// <summary>What the best fifth of them brings; null with too few to tell.</summary>
    public ShareFigure? TopFifth { get; init; }
    /// <summary>Likewise.</summary>
    public ShareFigure? Gini { get; init; }
    /// <summary>Customers by recency (1 to 5, 5 the latest) and frequency (5 the most), in rows of five, with what they brought.</summary>
    public required long[] RecencyFrequency { get; init; }
    public required double[] RecencyFrequencyWorth { get; init; }
    /// <summary>From the grade a year ago (rows: A to D, none) to the one now (columns: A to D, none, lost).</summary>
    public required long[][] Migration { get; init; }
    public required DateOnly MigratedFrom { get; init; }
}

/// <summary>A share with its 95 % interval.</summary>
public sealed record ShareFigure(double Value, double Lower, double Upper)
{
    internal static ShareFigure? Of(Estimate? e) => e is { Value: { } value, Lower: { } lower, Upper: { } upper } ? new(value, lower, upper) : null;
}

/// <param name="Grade">Empty for those without one.</param>
/// <param name="Worth">What they brought by the rule of grades, in the smallest unit of the currency.</param>
public sealed record BaseCount(string Segment, string Grade, CustomerState State, long Customers, double Worth);

/// <summary>Who could be lost and who was, by quarter and grade at its beginning.</summary>
public sealed record ChurnDocument
{
    public const string Kind = "churn";

    public required IReadOnlyList<DateOnly> Begins { get; init; }
    /// <summary>Whether the last quarter is over.</summary>
    public required bool LastIsComplete { get; init; }
    /// <summary>By quarter; in each by grade: none, A to D.</summary>
    public required long[][] AtRisk { get; init; }
    public required long[][] Lost { get; init; }
    public required long[] Won { get; init; }
    public required long[] Returned { get; init; }
}

/// <summary>How long customers stay: by group and month of their relation, how many were lost in it, and how many are there still since so many months.</summary>
public sealed record SurvivalDocument
{
    public const string Kind = "survival";
    public const int Months = 60;

    public required IReadOnlyList<SurvivalCount> Groups { get; init; }
}

/// <param name="By">Grade or Segment; empty for all.</param>
/// <param name="Lost">By whole months from the beginning.</param>
/// <param name="Stayed">Those not lost, by the months they were watched; the last stands for that many and more.</param>
public sealed record SurvivalCount(string By, string Name, long[] Lost, long[] Stayed);

static class UnitDocuments
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() } };

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, json);
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, json)!;
}

using System.Text.Json.Serialization;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>What a range can be put on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SegmentMeasure>))]
public enum SegmentMeasure
{
    /// <summary>What the grade was taken from, in the smallest unit of the currency.</summary>
    Worth,
    Lifetime,
    Purchases,
    /// <summary>Of the last twelve months.</summary>
    PurchasesYear,
    SpentYear,
    RecencyDays,
    /// <summary>0 to 1.</summary>
    Risk,
    Alive,
    /// <summary>0 to 100.</summary>
    Satisfaction,
}

[JsonConverter(typeof(JsonStringEnumConverter<SegmentSatisfaction>))]
public enum SegmentSatisfaction { Satisfied, Dissatisfied, Known, Unknown }

/// <summary>Bounds that belong to the range; null where it is open.</summary>
public sealed record SegmentRange(double? From, double? To);

/// <summary>All of these have to hold; what is empty does not narrow.</summary>
public sealed record SegmentRule
{
    /// <summary>Empty for customers without a grade.</summary>
    public IReadOnlyList<string> Grades { get; init; } = [];
    public IReadOnlyList<CustomerState> States { get; init; } = [];
    /// <summary>What files of customers call their segments.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];
    public IReadOnlyList<LoyaltyType> Types { get; init; } = [];
    /// <summary>With all below it.</summary>
    public Id<Unit>? UnitId { get; init; }
    public SegmentSatisfaction? Satisfaction { get; init; }
    /// <summary>The next purchase is expected within so many days.</summary>
    public int? NextWithinDays { get; init; }
    public IReadOnlyDictionary<SegmentMeasure, SegmentRange> Ranges { get; init; } = new Dictionary<SegmentMeasure, SegmentRange>();

    internal IEnumerable<Problem> Problems()
    {
        if (Grades.Count + States.Count + Segments.Count + Types.Count + Ranges.Count == 0 && UnitId is null && Satisfaction is null && NextWithinDays is null) yield return new("Rule", "Say at least one thing that the customers have in common.");
        if (Grades.Any(g => g.Length > 0 && !GradeRule.Grades.Contains(g))) yield return new("Grades", "The grades are A, B, C and D.");
        if (NextWithinDays is < 0 or > 3650) yield return new("NextWithinDays", "Between {0} and {1} days.", 0, 3650);
        foreach (var (measure, range) in Ranges)
        {
            if (range.From is null && range.To is null || !double.IsFinite(range.From ?? 0) || !double.IsFinite(range.To ?? 0)) yield return new($"{measure}From", "This is not a number.");
            else if (range.From > range.To) yield return new($"{measure}From", "The range ends before it begins.");
        }
    }
}

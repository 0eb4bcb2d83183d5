using System.Text.Json.Serialization;
namespace Regard.Loyalty;

/// <summary>What a customer is worth by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GradeBasis>))]
public enum GradeBasis { Revenue, Profit, Lifetime }

[JsonConverter(typeof(JsonStringEnumConverter<GradeMethod>))]
public enum GradeMethod
{
    /// <summary>The customers who together bring the first share of all value are A, the next B, and so on.</summary>
    Shares,
    /// <summary>By amounts: whoever brings at least so much is A, at least so much is B, and so on.</summary>
    Amounts,
}

/// <summary>How customers are graded A to D by what they are worth. A change is a new rule; what was graded before keeps the old one.</summary>
public sealed record GradeRule
{
    public static IReadOnlyList<string> Grades { get; } = ["A", "B", "C", "D"];
    /// <summary>Of a customer without a purchase in the period.</summary>
    public const string Ungraded = "";

    public required Id<GradeRule> Id { get; init; }
    public required long Number { get; init; }
    public required GradeBasis Basis { get; init; }
    public required GradeMethod Method { get; init; }
    /// <summary>Months back from the day of the working out that count.</summary>
    public required int Months { get; init; }
    /// <summary>Three cuts, from A to D: rising shares between 0 and 1, or falling amounts in the smallest unit of the currency.</summary>
    public required IReadOnlyList<double> Cuts { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public string? MadeBy { get; init; }

    internal static IEnumerable<Problem> Problems(GradeMethod method, int months, IReadOnlyList<double> cuts)
    {
        if (months is < 1 or > 120) yield return new("Months", "Between {0} and {1} months.", 1, 120);
        if (cuts.Count != 3) yield return new("Cuts", "Give three cuts: between A and B, B and C, C and D.");
        else if (method == GradeMethod.Shares && !(cuts[0] > 0 && cuts[0] < cuts[1] && cuts[1] < cuts[2] && cuts[2] < 1)) yield return new("Cuts", "The shares rise from A to D and lie between 0 and 100 %.");
        else if (method == GradeMethod.Amounts && !(cuts[0] > cuts[1] && cuts[1] > cuts[2] && cuts[2] > 0)) yield return new("Cuts", "The amounts fall from A to D and are over 0.");
    }
}

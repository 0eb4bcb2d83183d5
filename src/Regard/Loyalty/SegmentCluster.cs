using System.Text.Json.Serialization;
namespace Regard.Loyalty;

/// <summary>What clusters are found by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SegmentFeature>))]
public enum SegmentFeature { Recency, Frequency, Amount, Rhythm, Satisfaction, Risk }

/// <summary>One of several clusters: its customers are nearer to its centre than to any other.</summary>
public sealed record SegmentCluster
{
    public const int MostClusters = 8;

    public required IReadOnlyList<SegmentFeature> Features { get; init; }
    /// <summary>Of each feature its standard deviation, by which distances are measured.</summary>
    public required IReadOnlyList<double> Scales { get; init; }
    /// <summary>Of all clusters, in the features' own units.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Centres { get; init; }
    /// <summary>Which of the centres is this one's.</summary>
    public required int Index { get; init; }

    internal IEnumerable<Problem> Problems()
    {
        var whole = Features.Count > 0 && Features.Distinct().Count() == Features.Count && Scales.Count == Features.Count && Scales.All(x => x > 0 && double.IsFinite(x))
            && Centres.Count is >= 2 and <= MostClusters && Centres.All(c => c.Count == Features.Count && c.All(double.IsFinite)) && Index >= 0 && Index < Centres.Count;
        if (!whole) yield return new("Document", "This is not a segment that Regard can read.");
    }
}

static class SegmentFeatures
{
    /// <summary>Of the standing "g"; null for a customer who has no such thing. Amounts and times by their logarithm, as their differences count by ratio.</summary>
    public static string Sql(this SegmentFeature feature) => feature switch
    {
        SegmentFeature.Recency => Log("g.recency_days"),
        SegmentFeature.Frequency => Log("case when g.purchases > 0 then g.purchases end"),
        SegmentFeature.Amount => Log("case when g.purchases > 0 and g.spent >= 0 then g.spent end"),
        SegmentFeature.Rhythm => Log("g.rhythm_days"),
        SegmentFeature.Satisfaction => "g.satisfaction",
        _ => "g.risk",
    };

    static string Log(string column) => $"ln(cast(1 + {column} as double precision))";

    public static bool IsLog(this SegmentFeature feature) => feature is not (SegmentFeature.Satisfaction or SegmentFeature.Risk);
}

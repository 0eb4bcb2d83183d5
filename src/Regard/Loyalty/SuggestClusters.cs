using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Parts the customers of a unit into clusters of those like one another (k-means), as many as asked for or as the silhouette suggests.</summary>
public sealed record SuggestClusters(IReadOnlyList<SegmentFeature> Features, int? Clusters = null, Id<Unit>? UnitId = null) : Question<ClustersFound>
{
    /// <summary>Customers looked at, spread evenly: centres hardly move with more.</summary>
    const int Most = 3000;
    const int Fewest = 50, Starts = 8;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override IEnumerable<Problem> Check()
    {
        if (Features.Count == 0 || Features.Distinct().Count() != Features.Count) yield return new("Features", "Choose what customers shall be alike in.");
        if (Clusters is < 2 or > SegmentCluster.MostClusters) yield return new("Clusters", "Between {0} and {1} clusters.", 2, SegmentCluster.MostClusters);
    }

    internal override async Task<ClustersFound> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var (all, rows) = await Read(s, place.Unit.Id);
        if (rows.Count < Fewest) throw new Invalid("Features", "Only {0} customers have all of this; at least {1} are needed.", rows.Count, Fewest);
        var data = Observations.Of([.. Features.Select(f => f.ToString())], [.. Features.Select((_, j) => rows.Select(r => r.Values[j]).ToArray())]);
        var options = new KMeansOptions { Starts = Starts };
        try
        {
            var choice = SegmentChoice.Of(data, data.Names, SegmentCluster.MostClusters, options);
            var found = KMeans.Fit(data, data.Names, Clusters ?? choice.Suggested, options);
            return Told(place, all, rows, choice, found);
        }
        catch (DataRefused e) when (e.Fault is DataFault.Constant) { throw new Invalid("Features", "All customers are alike in one of these; leave it out."); }
        catch (DataRefused) { throw new Invalid("Clusters", "Too few different customers for so many clusters."); }
    }

    async Task<(long All, List<Row> Rows)> Read(Session s, Id<Unit> under)
    {
        var values = new Dictionary<string, object> { ["units"] = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(under).Select(u => u.Id.Value)) };
        var where = $"{s.Dialect.Among("g.unit_id", "units")} and {string.Join(" and ", Features.Select(f => f.Sql() + " is not null"))}";
        var all = await s.Value<long>($"select count(*) from standings g where {where}", values);
        values["step"] = Math.Max(1, (all + Most - 1) / Most);
        var columns = string.Join(", ", Features.Select((f, i) => $"{f.Sql()} as f{i}"));
        var rows = await s.Many<object>($"""
            select {string.Join(", ", Features.Select((_, i) => $"f{i}"))}, worth
            from (select {columns}, g.worth, row_number() over (order by g.customer_id) as place from standings g where {where}) even
            where place % @step = 0 order by place
            """, values);
        return (all, [.. rows.Cast<IDictionary<string, object>>().Select(r => new Row([.. Features.Select((_, i) => Convert.ToDouble(r[$"f{i}"], null))], Convert.ToDouble(r["worth"], null)))]);
    }

    ClustersFound Told(LoyaltyPlace place, long all, List<Row> rows, SegmentChoice choice, KMeans found)
    {
        double[] scales = [.. Features.Select((_, j) =>
        {
            var mean = rows.Average(r => r.Values[j]);
            return Math.Sqrt(rows.Average(r => (r.Values[j] - mean) * (r.Values[j] - mean)));
        })];
        IReadOnlyList<double>[] centres = [.. found.Segments.Select(x => x.Centre)];
        return new()
        {
            Place = place, Features = Features, Customers = all, LookedAt = rows.Count, Suggested = choice.Suggested, IsWeak = choice.Weak, Explained = found.Explained,
            Tried = [.. choice.Tried.Select(t => new ClusterTrial(t.K, t.Silhouette, t.Explained))],
            Clusters = [.. found.Segments.Select((cluster, at) =>
            {
                var own = rows.Where((_, i) => found.Assignment[i] == at).ToList();
                return new ClusterFound(new() { Features = Features, Scales = scales, Centres = centres, Index = at }, own.Count, Bounded.Of(cluster.Share)!,
                    [.. Features.Select((f, j) => Mean([.. own.Select(r => f.IsLog() ? Math.Exp(r.Values[j]) - 1 : r.Values[j])]))], Mean([.. own.Select(r => r.Worth)]));
            })],
        };
    }

    static Bounded Mean(double[] values)
    {
        var mean = values.Average();
        if (values.Length < 2) return new(mean, mean, mean);
        return Bounded.Of(Estimate.Of(mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1) / values.Length), values.Length - 1, values.Length))!;
    }

    sealed record Row(double[] Values, double Worth);
}

public sealed record ClustersFound
{
    public required LoyaltyPlace Place { get; init; }
    public required IReadOnlyList<SegmentFeature> Features { get; init; }
    /// <summary>Who have all of the features; of them so many were looked at.</summary>
    public required long Customers { get; init; }
    public required long LookedAt { get; init; }
    /// <summary>The number with the highest silhouette.</summary>
    public required int Suggested { get; init; }
    /// <summary>Even the best number parts hardly anything.</summary>
    public required bool IsWeak { get; init; }
    /// <summary>Share of the spread.</summary>
    public required double Explained { get; init; }
    public required IReadOnlyList<ClusterTrial> Tried { get; init; }
    /// <summary>From the largest to the smallest.</summary>
    public required IReadOnlyList<ClusterFound> Clusters { get; init; }
}

public sealed record ClusterTrial(int Clusters, double Silhouette, double Explained);

/// <param name="Means">Of each feature, as people say it: days, purchases, money, 0 to 100, chance.</param>
/// <param name="Worth">What a customer brought on the average, in the smallest unit of the currency.</param>
public sealed record ClusterFound(SegmentCluster Cluster, int LookedAt, Bounded Share, IReadOnlyList<Bounded> Means, Bounded Worth);

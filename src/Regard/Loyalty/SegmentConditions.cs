using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Who belongs to a segment, as a condition on the standing "g".</summary>
/// <param name="mark">Begins the names of the values, so that several segments can be asked for at once.</param>
sealed class SegmentConditions(Session s, Dictionary<string, object> values, string mark = "of")
{
    int count;

    /// <summary>Of a saved segment, for lists of customers.</summary>
    public static async Task<string> OfSaved(Session s, Id<SavedSegment> id, Dictionary<string, object> values) => await new SegmentConditions(s, values).Of((await SegmentStore.Segment(s, id)).Document);

    public async Task<string> Of(SegmentDocument document) =>
        document.Cluster is { } cluster ? Of(cluster) : string.Join(" and ", await Of(document.Rule!));

    async Task<List<string>> Of(SegmentRule rule)
    {
        var all = new List<string>();
        if (rule.Grades.Count > 0) all.Add(Among("g.grade", rule.Grades));
        if (rule.States.Count > 0) all.Add(Among("g.state", rule.States.Select(x => x.ToString())));
        if (rule.Segments.Count > 0) all.Add(Among("g.segment", rule.Segments));
        if (rule.Types.Count > 0) all.Add(Among("g.loyalty_type", rule.Types.Select(x => x.ToString())));
        if (rule.UnitId is { } unit) all.Add(s.Dialect.Among("g.unit_id", Name(s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(unit).Select(u => u.Id.Value)))));
        if (rule.Satisfaction is { } satisfaction) all.Add(satisfaction switch
        {
            SegmentSatisfaction.Satisfied => "g.loyalty_type in ('Loyalist', 'Mercenary')",
            SegmentSatisfaction.Dissatisfied => "g.loyalty_type in ('Hostage', 'Defector')",
            SegmentSatisfaction.Known => "g.satisfaction is not null",
            _ => "g.satisfaction is null",
        });
        if (rule.NextWithinDays is { } days) all.Add($"(g.next_day <= @{Name(s.Today.AddDays(days))} and g.state <> 'Lost')");
        foreach (var (measure, range) in rule.Ranges.OrderBy(r => r.Key))
        {
            if (range.From is { } from) all.Add($"{Column(measure)} >= @{Name(from)}");
            if (range.To is { } to) all.Add($"{Column(measure)} <= @{Name(to)}");
        }
        return all;
    }

    static string Column(SegmentMeasure measure) => measure switch
    {
        SegmentMeasure.Worth => "g.worth",
        SegmentMeasure.Lifetime => "g.lifetime",
        SegmentMeasure.Purchases => "g.purchases",
        SegmentMeasure.PurchasesYear => "g.purchases_year",
        SegmentMeasure.SpentYear => "g.spent_year",
        SegmentMeasure.RecencyDays => "g.recency_days",
        SegmentMeasure.Risk => "g.risk",
        SegmentMeasure.Alive => "g.alive",
        _ => "g.satisfaction",
    };

    /// <summary>Nearer to this centre than to another is one linear condition on the features, as their squares cancel. Of centres equally near the first has it.</summary>
    string Of(SegmentCluster cluster)
    {
        var own = cluster.Centres[cluster.Index];
        return string.Join(" and ", cluster.Centres.Index().Where(other => other.Index != cluster.Index).Select(other =>
        {
            var (terms, bound) = (new List<string>(), 0.0);
            for (var i = 0; i < own.Count; i++)
            {
                var square = cluster.Scales[i] * cluster.Scales[i];
                terms.Add($"@{Name(2 * (other.Item[i] - own[i]) / square)} * {cluster.Features[i].Sql()}");
                bound += (other.Item[i] * other.Item[i] - own[i] * own[i]) / square;
            }
            return $"{string.Join(" + ", terms)} {(cluster.Index < other.Index ? "<=" : "<")} @{Name(bound)}";
        }));
    }

    string Among(string column, IEnumerable<string> texts) => s.Dialect.Among(column, Name(texts.ToArray()));

    string Name(object value)
    {
        var name = $"{mark}{count++}";
        values[name] = value;
        return name;
    }
}

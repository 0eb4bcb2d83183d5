using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>The saved segments, each with its customers in care, all counted in one pass.</summary>
/// <param name="Counted">False where only names are wanted.</param>
public sealed record ListSegments(Id<Unit>? UnitId = null, bool Archived = false, bool Counted = true) : Question<SegmentList>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<SegmentList> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var all = await SegmentStore.All(s, Archived);
        if (!Counted || all.Count == 0 || place.Working is null) return new(place, [.. all.Select(a => new SegmentListed(a, null, null))]);
        var values = new Dictionary<string, object>();
        var columns = new List<string>();
        foreach (var (i, segment) in all.Index())
        {
            var condition = await new SegmentConditions(s, values, $"s{i}x").Of(segment.Document);
            columns.Add($"coalesce(sum(case when {condition} then 1 else 0 end), 0) as n{i}, coalesce(sum(case when {condition} then g.worth else 0 end), 0.0) as w{i}");
        }
        values["units"] = s.Dialect.Keys((await UnitStore.Tree(s, s.Today)).Under(place.Unit.Id).Select(u => u.Id.Value));
        var row = (IDictionary<string, object>)(await s.Maybe<object>($"select {string.Join(", ", columns)} from standings g where {s.Dialect.Among("g.unit_id", "units")}", values))!;
        return new(place, [.. all.Select((a, i) => new SegmentListed(a, Convert.ToInt64(row[$"n{i}"], null), Convert.ToDouble(row[$"w{i}"], null)))]);
    }
}

public sealed record SegmentList(LoyaltyPlace Place, IReadOnlyList<SegmentListed> Segments);

/// <param name="Customers">Null when nobody counted.</param>
/// <param name="Worth">What they brought, in the smallest unit of the currency.</param>
public sealed record SegmentListed(SavedSegment Segment, long? Customers, double? Worth);

namespace Regard.Metrics;

/// <summary>The indicators that a series may tell of: those of the newest published tree, dimensions included.</summary>
public sealed record ListMeasuredIndicators : Question<IReadOnlyList<(string Code, Text Names)>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<(string Code, Text Names)>> Run(Session s) =>
        [.. (await s.Many<Row>("""
            select i.code, i.names from indicators i where i.parent_code is not null
            and i.tree_id = (select id from indicator_trees where published_at is not null order by published_at desc limit 1) order by i.position
            """)).Select(r => (r.Code, r.Names))];

    sealed record Row
    {
        public required string Code { get; init; }
        public required Text Names { get; init; }
    }
}

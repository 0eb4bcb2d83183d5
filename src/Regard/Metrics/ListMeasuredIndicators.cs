namespace Regard.Metrics;

/// <summary>A code with what people call it.</summary>
public sealed record NamedCode
{
    public required string Code { get; init; }
    public required Text Names { get; init; }
}

/// <summary>The indicators that a series may tell of: those of the newest published tree, dimensions included.</summary>
public sealed record ListMeasuredIndicators : Question<IReadOnlyList<NamedCode>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<NamedCode>> Run(Session s) => await s.Many<NamedCode>("""
        select i.code, i.names from indicators i where i.parent_code is not null
        and i.tree_id = (select id from indicator_trees where published_at is not null order by published_at desc limit 1) order by i.position
        """);
}

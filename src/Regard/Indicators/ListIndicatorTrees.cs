namespace Regard.Indicators;

/// <summary>All versions, newest first, without their indicators.</summary>
public sealed record ListIndicatorTrees : Question<IReadOnlyList<IndicatorTree>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<IndicatorTree>> Run(Session s) => await s.Many<IndicatorTree>("""
        select t.id, t.number, t.name, t.revision, t.based_on, t.saved_at, w.name as saved_by, t.published_at, p.name as published_by
        from indicator_trees t left join people w on w.id = t.saved_by left join people p on p.id = t.published_by
        order by t.number desc
        """);
}

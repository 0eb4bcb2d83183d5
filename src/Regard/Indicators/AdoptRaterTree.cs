namespace Regard.Indicators;

/// <summary>Publishes the RATER set as a tree; gives the one there is when that was done before.</summary>
public sealed record AdoptRaterTree : Change<Id<IndicatorTree>>
{
    internal override Permission Needs => Permission.EditIndicators;

    internal override async Task<Id<IndicatorTree>> Run(Session s)
    {
        var there = await s.Many<Id<IndicatorTree>>("select id from indicator_trees where name = @Name and published_at is not null order by number", new { RaterSet.Name });
        if (there.Count > 0) return there[0];
        var id = await IndicatorTreeStore.Add(s, RaterSet.Name, null, RaterSet.Indicators);
        await IndicatorTreeStore.Publish(s, id);
        return id;
    }
}

namespace Regard.Indicators;

/// <summary>Publishes the RATER set as a tree; gives the one there is when that was done before.</summary>
public sealed record AdoptRaterTree : Change<Id<IndicatorTree>>
{
    internal override Permission Needs => Permission.EditIndicators;

    internal override Task<Id<IndicatorTree>> Run(Session s) => IndicatorTreeStore.Adopt(s, RaterSet.Name, RaterSet.Indicators);
}

namespace Regard.Indicators;

/// <summary>Publishes the stages of the journey as a tree; gives the one there is when that was done before.</summary>
public sealed record AdoptJourneyTree : Change<Id<IndicatorTree>>
{
    internal override Permission Needs => Permission.EditIndicators;

    internal override Task<Id<IndicatorTree>> Run(Session s) => IndicatorTreeStore.Adopt(s, JourneySet.Name, JourneySet.Indicators);
}

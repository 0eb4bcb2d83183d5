using Regard.Organisation;
namespace Regard.Work;

/// <summary>Whom a task of a unit may be given to, the nearest first.</summary>
public sealed record ListHands(Id<Unit> UnitId) : Question<IReadOnlyList<PersonLabel>>
{
    internal override Permission Needs => Permission.SeePlans;

    internal override async Task<IReadOnlyList<PersonLabel>> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        return await Hands.Over(s, UnitId);
    }
}

namespace Regard.Cases;

/// <summary>One call with the card of whoever calls.</summary>
public sealed record ShowCall(Id<Call> Id) : Question<CallCard>
{
    internal override Permission Needs => Permission.HearCases;
    internal override async Task<CallCard> Run(Session s) => await CallCard.Of(s, await CallStore.Seen(s, Id), await CaseSight.Of(s));
}

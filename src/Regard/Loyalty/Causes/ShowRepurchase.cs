using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>What goes together with buying again at a unit, and what is not asked.</summary>
public sealed record ShowRepurchase(Id<Unit>? UnitId = null) : Question<RepurchaseView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<RepurchaseView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        return new(place, (await LoyaltyStore.Documents<RepurchaseDocument>(s, RepurchaseDocument.Kind, [place.Unit.Id])).GetValueOrDefault(place.Unit.Id)?.Model, await LoyaltyStore.ChurnRule(s));
    }
}

/// <param name="Model">Null where no customer has answered long enough ago.</param>
public sealed record RepurchaseView(LoyaltyPlace Place, OddsFigures? Model, ChurnRule? Rule);

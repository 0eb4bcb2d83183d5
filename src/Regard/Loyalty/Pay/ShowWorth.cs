using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>What one more point of satisfaction is worth at a unit, and from where on it does not pay.</summary>
public sealed record ShowWorth(Id<Unit>? UnitId = null) : Question<WorthView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<WorthView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        return new(place, (await LoyaltyStore.Documents<WorthDocument>(s, WorthDocument.Kind, [place.Unit.Id])).GetValueOrDefault(place.Unit.Id));
    }
}

/// <param name="Worth">Null where no customer has answered to a personal link.</param>
public sealed record WorthView(LoyaltyPlace Place, WorthDocument? Worth);

using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Who of those with a problem tells it: the model with its data and figures.</summary>
public sealed record ShowPropensity(Id<Unit>? UnitId = null) : Question<PropensityView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<PropensityView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        return new(place, (await LoyaltyStore.Documents<PropensityDocument>(s, PropensityDocument.Kind, [place.Unit.Id])).GetValueOrDefault(place.Unit.Id));
    }
}

/// <param name="Found">Null where nobody with a problem was asked whether they told.</param>
public sealed record PropensityView(LoyaltyPlace Place, PropensityDocument? Found);

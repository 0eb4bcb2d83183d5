using Regard.Measures;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Who the customers of a unit are, and what they bring.</summary>
public sealed record ShowBase(Id<Unit>? UnitId = null) : Question<BaseView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<BaseView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var documents = await LoyaltyStore.Documents<BaseDocument>(s, BaseDocument.Kind, [place.Unit.Id, .. place.Below.Select(b => b.Id)]);
        return new()
        {
            Place = place, GradeRule = await LoyaltyStore.GradeRule(s), ChurnRule = await LoyaltyStore.ChurnRule(s), Terms = await ValueTerms.Of(s),
            Base = documents.GetValueOrDefault(place.Unit.Id), Below = [.. place.Below.Where(b => documents.ContainsKey(b.Id)).Select(b => new UnitBase(b, documents[b.Id]))],
        };
    }
}

public sealed record BaseView
{
    public required LoyaltyPlace Place { get; init; }
    /// <summary>The rule in force; it may be newer than the one of the working out.</summary>
    public GradeRule? GradeRule { get; init; }
    public ChurnRule? ChurnRule { get; init; }
    public required ValueTerms Terms { get; init; }
    /// <summary>Null before the first working out.</summary>
    public BaseDocument? Base { get; init; }
    public required IReadOnlyList<UnitBase> Below { get; init; }
}

public sealed record UnitBase(UnitLabel Unit, BaseDocument Base);

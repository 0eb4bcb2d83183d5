using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>How many customers of a unit were lost, quarter by quarter and grade by grade, and how long they stay.</summary>
public sealed record ShowChurn(Id<Unit>? UnitId = null) : Question<ChurnView>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<ChurnView> Run(Session s)
    {
        var place = await LoyaltyPlace.Of(s, UnitId);
        var churn = (await LoyaltyStore.Documents<ChurnDocument>(s, ChurnDocument.Kind, [place.Unit.Id])).GetValueOrDefault(place.Unit.Id);
        var survival = await LoyaltyStore.Documents<SurvivalDocument>(s, SurvivalDocument.Kind, [place.Unit.Id, .. place.Below.Select(b => b.Id)]);
        var rule = await LoyaltyStore.ChurnRule(s);
        var view = new ChurnView { Place = place, Rule = rule, Annotations = await Annotation.Of(s, place.Unit.Id) };
        if (churn is null) return view;
        return view with
        {
            Churn = churn, Rates = [.. GradeRates.Of(churn)], LargeShare = GradeRates.LargeAmongLost(churn),
            ByGrade = StayCurves.Of(survival[place.Unit.Id].Groups.Where(g => g.By == "Grade").Select(g => (g.Name, g))),
            BySegment = StayCurves.Of(survival[place.Unit.Id].Groups.Where(g => g.By == "Segment").Select(g => (g.Name, g))),
            ByUnit = StayCurves.Of(place.Below.Where(b => survival.ContainsKey(b.Id)).SelectMany(b => survival[b.Id].Groups.Where(g => g.By == "").Select(g => (b.Name, g)))),
        };
    }
}

public sealed record ChurnView
{
    public required LoyaltyPlace Place { get; init; }
    public ChurnRule? Rule { get; init; }
    /// <summary>Null before the first working out.</summary>
    public ChurnDocument? Churn { get; init; }
    /// <summary>What people noted of the unit and of those above it.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];
    /// <summary>One of all customers and one of each grade.</summary>
    public IReadOnlyList<RateChart> Rates { get; init; } = [];
    /// <summary>Share of A and B among the lost who had a grade.</summary>
    public RateChart? LargeShare { get; init; }
    public StayCurves? ByGrade { get; init; }
    public StayCurves? BySegment { get; init; }
    public StayCurves? ByUnit { get; init; }
}

using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Cases;

/// <summary>How often cases are kicked around: for each unit with all below it, the share of cases that changed hands more than once.</summary>
/// <param name="Until">The first day that no longer counts.</param>
public sealed record ShowBounces(DateOnly From, DateOnly Until) : Question<IReadOnlyList<BounceRate>>
{
    /// <summary>Of fewer cases no share is told.</summary>
    public const int Least = 10;

    internal override Permission Needs => Permission.SeeCases;

    internal override IEnumerable<Problem> Check()
    {
        if (Until <= From) yield return new(nameof(Until), "The end lies before the beginning.");
    }

    internal override async Task<IReadOnlyList<BounceRate>> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        var zone = (await CalendarStore.All(s)).OfCompany;
        var own = (await s.Many<Row>("""
            select unit_id, count(*) as n, count(*) filter (where hand_overs > 1) as bounced from cases where created_at >= @from and created_at < @until and state <> 'Merged' group by unit_id
            """, new { from = zone.Midnight(From), until = zone.Midnight(Until) })).Where(r => sight.Cares(r.UnitId)).ToDictionary(r => r.UnitId);
        var rates = from unit in sight.Tree.All
                    where sight.Cares(unit.Id)
                    let under = sight.Tree.Under(unit.Id).Where(u => own.ContainsKey(u.Id)).Select(u => own[u.Id]).ToList()
                    where under.Count > 0
                    select new BounceRate { UnitId = unit.Id, UnitName = unit.Name, Share = Figure.Of(Wilson.Share(under.Sum(r => r.Bounced), under.Sum(r => r.N)), Least) };
        return [.. rates];
    }

    sealed record Row
    {
        public required Id<Unit> UnitId { get; init; }
        public required long N { get; init; }
        public required long Bounced { get; init; }
    }
}

public sealed record BounceRate
{
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    /// <summary>0 to 1.</summary>
    public required Figure Share { get; init; }
}

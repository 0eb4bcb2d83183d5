using Regard.Organisation;
namespace Regard.Standards;

/// <summary>What was delivered in some units between two days, encounter by encounter.</summary>
sealed record Encounters(DateOnly From, DateOnly Until, IReadOnlyList<Id<Unit>> Units) : Question<IReadOnlyList<Encounter>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<Encounter>> Run(Session s) => await s.Many<Encounter>($"""
        select source_id, unit_id, day, levels from deliveries where day >= @from and day <= @until and {s.Dialect.Among("unit_id", "units")} order by day, source_id
        """, new Dictionary<string, object> { ["from"] = From, ["until"] = Until, ["units"] = s.Dialect.Keys(Units.Select(u => u.Value)) });
}

using Regard.Cases;
using Regard.Organisation;
namespace Regard.Listening;

/// <summary>How many notes units wrote by day and by which of the seven P. For other areas, which say whose units may be asked of.</summary>
/// <param name="Until">The first day that no longer counts.</param>
sealed record CountFieldNotes(IReadOnlyCollection<Id<Unit>> Units, DateOnly From, DateOnly Until) : Question<IReadOnlyList<FieldNotesOfDay>>
{
    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<IReadOnlyList<FieldNotesOfDay>> Run(Session s) => await s.Many<FieldNotesOfDay>(
        $"select unit_id, day, mix, count(*) as n from field_notes where day >= @From and day < @Until and {s.Dialect.Among("unit_id", "units")} group by unit_id, day, mix",
        new Dictionary<string, object?> { ["From"] = From, ["Until"] = Until, ["units"] = s.Dialect.Keys(Units.Select(u => u.Value)) });
}

sealed record FieldNotesOfDay
{
    public required Id<Unit> UnitId { get; init; }
    public required DateOnly Day { get; init; }
    public MarketingMix? Mix { get; init; }
    public required long N { get; init; }
}

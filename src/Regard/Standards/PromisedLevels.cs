using Regard.Organisation;
namespace Regard.Standards;

/// <summary>What was promised between two days, by indicator and the unit whose customers may count on it.</summary>
sealed record PromisedLevels(DateOnly From, DateOnly Until) : Question<IReadOnlyList<PromisedLevel>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<PromisedLevel>> Run(Session s) => await s.Many<PromisedLevel>("""
        select indicator_code, unit_id, level from promises where from_day <= @Until and (until_day is null or until_day >= @From)
        """, new { From, Until });
}

/// <param name="Level">0 to 100.</param>
sealed record PromisedLevel
{
    public required string IndicatorCode { get; init; }
    /// <summary>And all below it.</summary>
    public required Id<Unit> UnitId { get; init; }
    /// <summary>0 to 100.</summary>
    public required double Level { get; init; }
}

namespace Regard.Standards;

/// <summary>What the standards in force on a day demand, by indicator.</summary>
sealed record DemandedLevels(DateOnly Day) : Question<IReadOnlyDictionary<string, DemandedLevel>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyDictionary<string, DemandedLevel>> Run(Session s) => (await s.Many<DemandedLevel>("""
        select i.indicator_code, avg(d.demanded) as level, avg(d.minimum) as least, count(*) as standards
        from standards d join standard_indicators i on i.standard_id = d.id and i.version = d.version
        where d.from_day <= @Day and (d.until_day is null or d.until_day >= @Day)
        group by i.indicator_code
        """, new { Day })).ToDictionary(l => l.IndicatorCode);
}

/// <summary>The mean over the standards that name the indicator, in score points.</summary>
sealed record DemandedLevel
{
    public required string IndicatorCode { get; init; }
    /// <summary>0 to 100.</summary>
    public required double Level { get; init; }
    /// <summary>Below it an encounter has failed, 0 to 100.</summary>
    public required double Least { get; init; }
    public required long Standards { get; init; }
}

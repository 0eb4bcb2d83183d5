using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>A unit's share of its market in a period, as some source has it.</summary>
public sealed record MarketShare
{
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required DateOnly FromDay { get; init; }
    /// <summary>The last day of the period.</summary>
    public required DateOnly LastDay { get; init; }
    /// <summary>0 to 1.</summary>
    public required double Share { get; init; }
    public required string Source { get; init; }

    internal static Task<List<MarketShare>> Of(Session s, IEnumerable<Id<Unit>> units) => s.Many<MarketShare>($"""
        select m.unit_id, u.name as unit_name, m.from_day, m.last_day, m.share, m.source from market_shares m join units u on u.id = m.unit_id
        where {s.Dialect.Among("m.unit_id", "units")} order by m.from_day desc, u.name, m.source
        """, new { units = s.Dialect.Keys(units.Select(u => u.Value)) });
}

/// <summary>A market share as it comes in.</summary>
/// <param name="Share">0 to 1.</param>
public sealed record MarketShareLine(Id<Unit> UnitId, DateOnly FromDay, DateOnly LastDay, double Share, string? Source)
{
    internal IEnumerable<Problem> Problems()
    {
        if (FromDay.Year < 1990 || LastDay.Year > 2100) yield return new("FromDay", "Give the first and the last day of the period.");
        else if (LastDay < FromDay) yield return new("LastDay", "The last day comes before the first.");
        if (!(Share is >= 0 and <= 1)) yield return new("Share", "A share lies between 0 and 100 %.");
        if (string.IsNullOrWhiteSpace(Source)) yield return new("Source", "Say where the figure is from.");
        else if (Source.Length > CostLine.LongestText) yield return new("Source", "Keep it under {0} characters.", CostLine.LongestText);
    }

    /// <summary>A later figure of the same source takes the place of the earlier one.</summary>
    internal Task Keep(Session s) => s.Write("""
        insert into market_shares (unit_id, from_day, last_day, source, share, made_by, made_at) values (@UnitId, @FromDay, @LastDay, @source, @Share, @Person, @Now)
        on conflict (unit_id, from_day, last_day, source) do update set share = @Share, made_by = @Person, made_at = @Now
        """, new { UnitId, FromDay, LastDay, source = Source!.Trim(), Share, s.Caller.Person, s.Now });
}

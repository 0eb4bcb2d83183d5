using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Loyalty;

[JsonConverter(typeof(JsonStringEnumConverter<CostKind>))]
public enum CostKind
{
    /// <summary>To win customers.</summary>
    Acquisition,
    /// <summary>To keep customers.</summary>
    Retention,
    /// <summary>To win back customers who had a problem or were lost.</summary>
    Recovery,
    /// <summary>To make customers more satisfied.</summary>
    Satisfaction,
}

public static class CostKinds
{
    public static IReadOnlyList<CostKind> All { get; } = Enum.GetValues<CostKind>();

    public static Words Said(this CostKind kind) => Words.Of(kind switch
    {
        CostKind.Acquisition => "Winning customers",
        CostKind.Retention => "Keeping customers",
        CostKind.Recovery => "Winning customers back",
        _ => "Raising satisfaction",
    });
}

/// <summary>What was spent for customers at a unit, and in which days.</summary>
public sealed record Cost
{
    public required Id<Cost> Id { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required CostKind Kind { get; init; }
    public required DateOnly FromDay { get; init; }
    /// <summary>The last day that it covers.</summary>
    public required DateOnly LastDay { get; init; }
    /// <summary>In the smallest unit of the currency.</summary>
    public required long Amount { get; init; }
    public required string Words { get; init; }
    /// <summary>Points (0 to 100) by which it raised satisfaction, where that was measured.</summary>
    public double? Points { get; init; }
    /// <summary>Customers whose satisfaction it raised.</summary>
    public long? Customers { get; init; }
    public string? MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    public double PerDay => Amount / (LastDay.DayNumber - FromDay.DayNumber + 1.0);
    public bool Covers(int day) => FromDay.DayNumber <= day && day <= LastDay.DayNumber;

    internal static Task<List<Cost>> Of(Session s, IEnumerable<Id<Unit>> units) => s.Many<Cost>($"""
        select c.id, c.unit_id, u.name as unit_name, c.kind, c.from_day, c.last_day, c.amount, c.words, c.points, c.customers, p.name as made_by, c.made_at
        from costs c join units u on u.id = c.unit_id left join people p on p.id = c.made_by
        where c.removed_at is null and {s.Dialect.Among("c.unit_id", "units")} order by c.from_day desc, c.id
        """, new { units = s.Dialect.Keys(units.Select(u => u.Value)) });
}

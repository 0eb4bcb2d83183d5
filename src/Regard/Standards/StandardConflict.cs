using System.Text.Json.Serialization;
namespace Regard.Standards;

/// <summary>Two standards of one indicator that demand different things, one from the company's view and one from its customers'.</summary>
public sealed record StandardConflict(string IndicatorCode, Standard Inside, Standard Outside, ConflictDecision? Decision)
{
    internal static IEnumerable<StandardConflict> Among(IReadOnlyCollection<Standard> inForce, IReadOnlyCollection<ConflictDecision> decided) =>
        from inside in inForce
        where inside.Origin == StandardOrigin.InsideOut
        from code in inside.Indicators
        from outside in inForce
        where outside.Origin == StandardOrigin.OutsideIn && outside.Indicators.Contains(code) && Differ(inside, outside)
        orderby code, inside.Code, outside.Code
        select new StandardConflict(code, inside, outside, decided.FirstOrDefault(d => d.IsOf(code, inside, outside)));

    static bool Differ(Standard a, Standard b) =>
        a.Demanded != b.Demanded || a.Minimum != b.Minimum || (a.Limit is { } x && b.Limit is { } y && a.UnitOfMeasure == b.UnitOfMeasure && x != y);
}

/// <summary>Which of two standards in conflict is worked by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Holds>))]
public enum Holds { OutsideIn, InsideOut, Both }

/// <summary>How a conflict was settled, for the versions that it was about.</summary>
public sealed record ConflictDecision
{
    public required string IndicatorCode { get; init; }
    public required Id<Standard> InsideId { get; init; }
    public required long InsideVersion { get; init; }
    public required Id<Standard> OutsideId { get; init; }
    public required long OutsideVersion { get; init; }
    public required Holds Holds { get; init; }
    public required string Why { get; init; }
    public string? MadeBy { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    internal bool IsOf(string code, Standard inside, Standard outside) =>
        (code, inside.Id, inside.Version, outside.Id, outside.Version) == (IndicatorCode, InsideId, InsideVersion, OutsideId, OutsideVersion);

    public static Words Said(Holds holds) => Words.Of(holds switch
    {
        Holds.OutsideIn => "The customers' view holds",
        Holds.InsideOut => "The company's view holds",
        _ => "Both hold, for different things",
    });
}

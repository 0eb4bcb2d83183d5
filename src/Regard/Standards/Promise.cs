using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Where customers read or hear it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PromisePlace>))]
public enum PromisePlace { Advertising, Contract, Counter, Script }

/// <summary>What customers of a unit were told that they may count on.</summary>
public sealed record Promise
{
    public required Id<Promise> Id { get; init; }
    public required long Number { get; init; }
    public required PromisePlace Place { get; init; }
    /// <summary>As customers read or hear it.</summary>
    public required Text Words { get; init; }
    public required string IndicatorCode { get; init; }
    /// <summary>0 to 100; 100 is promised to everybody, every time.</summary>
    public required double Level { get; init; }
    public Id<Standard>? StandardId { get; init; }
    /// <summary>And all below it.</summary>
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    /// <summary>How somebody finds out whether it was kept.</summary>
    public required string Checked { get; init; }
    public required DateOnly FromDay { get; init; }
    /// <summary>The last day, included.</summary>
    public DateOnly? UntilDay { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public string? MadeBy { get; init; }

    public bool HoldsOn(DateOnly day) => FromDay <= day && !(UntilDay < day);

    public static Words Said(PromisePlace place) => Regard.Words.Of(place switch
    {
        PromisePlace.Advertising => "In advertising",
        PromisePlace.Contract => "In contracts",
        PromisePlace.Counter => "At the counter",
        _ => "In what our people say",
    });
}

/// <summary>Somebody looked whether a promise was kept in a unit on a day.</summary>
public sealed record PromiseCheck
{
    public required Id<PromiseCheck> Id { get; init; }
    public required Id<Promise> PromiseId { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    public required DateOnly Day { get; init; }
    public required bool Kept { get; init; }
    public required string Note { get; init; }
    /// <summary>Of the case that a broken promise opened.</summary>
    public long? CaseNumber { get; init; }
    public string? MadeBy { get; init; }
}

using System.Text.Json.Serialization;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Listening;

/// <summary>How we came to listen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind
{
    /// <summary>A talk with a customer, face to face.</summary>
    Interview,
    /// <summary>Engineers or mechanics meet customers.</summary>
    TechnicalVisit,
    /// <summary>Our own people talk about what customers tell them.</summary>
    RoundTable,
    /// <summary>Customers come to see how we work.</summary>
    CustomersVisit,
}

/// <summary>Who sat at a round table.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StaffGroup>))]
public enum StaffGroup { Technical, FrontLine, Administration, Training }

[JsonConverter(typeof(JsonStringEnumConverter<FieldSign>))]
public enum FieldSign { Good, Bad, Need }

/// <summary>What was said face to face, and what it says of indicators.</summary>
public sealed record FieldNote
{
    public required Id<FieldNote> Id { get; init; }
    public required long Number { get; init; }
    public required FieldKind Kind { get; init; }
    public StaffGroup? StaffGroup { get; init; }
    public required DateOnly Day { get; init; }
    public required Id<Unit> UnitId { get; init; }
    public required string UnitName { get; init; }
    /// <summary>Who of us was there.</summary>
    public required string Ours { get; init; }
    /// <summary>How many talked with us.</summary>
    public required long Attendees { get; init; }
    /// <summary>The customer, who agreed to be named.</summary>
    public Id<Customer>? CustomerId { get; init; }
    public required string Words { get; init; }
    public MarketingMix? Mix { get; init; }
    public string? WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    public IReadOnlyList<FieldCode> Codes { get; init; } = [];
}

/// <param name="Need">What is needed, in a few words; may be empty where something is good or bad.</param>
public sealed record FieldCode(string IndicatorCode, FieldSign Sign, string Need = "");

using System.Text.Json.Serialization;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<CloseReason>))]
public enum CloseReason
{
    AcceptedByCustomer,
    /// <summary>We could not do what the customer wanted, and said why.</summary>
    NotAccepted,
    /// <summary>The customer did not answer.</summary>
    NoAnswer,
    TakenBack,
    Spam,
}

/// <summary>A closing, and the reopening that may have followed.</summary>
public sealed record Closure
{
    public required CloseReason Reason { get; init; }
    public CaseChannel? Channel { get; init; }
    public required string Words { get; init; }
    public required string Improvement { get; init; }
    public string? ClosedBy { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
    public DateTimeOffset? ReopenedAt { get; init; }
    public string? ReopenedBecause { get; init; }
}

using System.Text.Json.Serialization;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<PublicEventKind>))]
public enum PublicEventKind
{
    /// <summary>It has arrived.</summary>
    Heard,
    /// <summary>Somebody else sees to it now.</summary>
    TakenOver,
    /// <summary>From us to the customer.</summary>
    Said,
    /// <summary>From the customer to us.</summary>
    Answered,
    Called, Proposed, ProposalAccepted, ProposalDeclined, AskedForSuperior, Closed, Reopened,
}

/// <summary>One thing that happened, as the customer may read it.</summary>
/// <param name="Who">Of ours, where it is somebody.</param>
public sealed record PublicEvent(DateTimeOffset At, PublicEventKind Kind, string? Words = null, string? Who = null);

/// <summary>A case as the customer follows it, without signing in.</summary>
public sealed record PublicCase
{
    public required long Number { get; init; }
    public required CaseState State { get; init; }
    public required string UnitName { get; init; }
    /// <summary>Who sees to it.</summary>
    public required string OwnerName { get; init; }
    /// <summary>What the customer said first.</summary>
    public required string Words { get; init; }
    public required DateTimeOffset HeardAt { get; init; }
    /// <summary>By when it is to be resolved, while it is open and we do not wait for the customer.</summary>
    public DateTimeOffset? ResolveBy { get; init; }
    /// <summary>What we wait for the customer to answer.</summary>
    public string? Asked { get; init; }
    /// <summary>What we offered and the customer has not answered.</summary>
    public string? Proposal { get; init; }
    /// <summary>We ask the customer how it was handled, and wait for the answer.</summary>
    public bool AsksRating { get; init; }
    public required IReadOnlyList<PublicEvent> Events { get; init; }
}

using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<OfferAnswer>))]
public enum OfferAnswer { Accepted, Declined, Withdrawn }

/// <summary>A case offered to somebody. Until it is accepted the owner is who it was.</summary>
public sealed record HandOverOffer
{
    public required long Number { get; init; }
    internal Id<HandOverOffer> Id { get; init; }
    public required Id<Person> FromId { get; init; }
    public required string FromName { get; init; }
    public required Id<Person> ToId { get; init; }
    public required string ToName { get; init; }
    public required string Why { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    /// <summary>A manager has to agree before it can be accepted.</summary>
    public required bool NeedsApproval { get; init; }
    public DateTimeOffset? ApprovedAt { get; init; }
    public OfferAnswer? Answer { get; init; }
    public string? AnswerWords { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }

    public bool IsOpen => AnsweredAt is null;
}

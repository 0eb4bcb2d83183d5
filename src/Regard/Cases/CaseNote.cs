using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<CaseNoteKind>))]
public enum CaseNoteKind
{
    /// <summary>Among ourselves.</summary>
    Internal,
    /// <summary>From the customer to us.</summary>
    Received,
    /// <summary>From us to the customer.</summary>
    Sent,
    Call,
}

/// <summary>Something said or written in a case.</summary>
public sealed record CaseNote
{
    public required Id<CaseNote> Id { get; init; }
    public required CaseNoteKind Kind { get; init; }
    public CaseChannel? Channel { get; init; }
    public string? Subject { get; init; }
    public required string Words { get; init; }
    /// <summary>The other side: an address, a number.</summary>
    public string? Party { get; init; }
    public Id<Person>? WrittenBy { get; init; }
    public string? WriterName { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}

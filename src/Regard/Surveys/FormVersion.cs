using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>A form as it was published. It never changes; waves and responses refer to it for ever.</summary>
public sealed record FormVersion
{
    public required Id<FormVersion> Id { get; init; }
    public required Id<Form> FormId { get; init; }
    /// <summary>1, 2, 3 within its form.</summary>
    public required long Number { get; init; }
    /// <summary>SHA-256 of the document; equal documents have equal hashes.</summary>
    public required string Hash { get; init; }
    public required FormDocument Document { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public string? PublishedBy { get; init; }

    [JsonIgnore] public IReadOnlyList<Slot> Slots => field ??= Document.Slots;
}

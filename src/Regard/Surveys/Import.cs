using System.Text.Json.Serialization;
namespace Regard.Surveys;

[JsonConverter(typeof(JsonStringEnumConverter<ImportKind>))]
public enum ImportKind { Contacts, Responses }

/// <summary>A file that came in for a wave, and what became of its rows.</summary>
public sealed record Import
{
    public required Id<Import> Id { get; init; }
    public required Id<Wave> WaveId { get; init; }
    public required ImportKind Kind { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public string? MadeBy { get; init; }
    public required FileReport Report { get; init; }
    /// <summary>The bad rows can be had as a file.</summary>
    public bool HasBadRows { get; init; }
}

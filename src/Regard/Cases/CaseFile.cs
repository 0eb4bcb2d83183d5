using System.Text.Json.Serialization;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<ScanState>))]
public enum ScanState
{
    /// <summary>No scanner is set up, or it has not answered yet.</summary>
    Unscanned,
    Clean, Refused,
}

/// <summary>A photo, a letter, a document that belongs to a case. Its type is told by its content.</summary>
public sealed record CaseFile
{
    /// <summary>In bytes.</summary>
    public const int Largest = 20 << 20, LargestTogether = 50 << 20;
    internal const int PartBytes = 1 << 20, LongestName = 150;

    public required Id<CaseFile> Id { get; init; }
    public Id<CaseNote>? NoteId { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required long Size { get; init; }
    public required ScanState Scan { get; init; }
    public string? AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}

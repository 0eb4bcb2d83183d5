using Regard.Cases;
namespace Regard.Visits;

/// <summary>What was seen, as evidence.</summary>
public sealed record VisitPhoto
{
    /// <summary>In bytes.</summary>
    public const int Largest = CaseFile.Largest, LargestTogether = CaseFile.LargestTogether;
    internal const int PartBytes = 1 << 20;

    public required Id<VisitPhoto> Id { get; init; }
    /// <summary>The item that it shows.</summary>
    public required string ItemKey { get; init; }
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required long Size { get; init; }
    public required ScanState Scan { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
}

/// <param name="Name">As its sender calls it; its ending follows what is in it.</param>
public sealed record SentPhoto(string ItemKey, ReadOnlyMemory<byte> Content, string? Name = null);

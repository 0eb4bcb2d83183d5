namespace Regard.Files;

/// <summary>A file kept for a while, so that its sender can say what its columns hold before it is imported.</summary>
public sealed record Upload
{
    public const long Largest = 256L << 20;
    internal const int PartBytes = 1 << 20;

    public required Id<Upload> Id { get; init; }
    public required string FileName { get; init; }

    internal static async Task Drop(Session s, Id<Upload> id)
    {
        await s.Write("delete from upload_parts where upload_id = @id", new { id });
        await s.Write("delete from uploads where id = @id", new { id });
    }
}

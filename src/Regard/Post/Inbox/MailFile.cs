using System.Text.Json;
namespace Regard.Post.Inbox;

/// <summary>A file that came with a mail; its bytes are read out of the kept message when somebody asks for them.</summary>
public sealed record MailFile
{
    /// <summary>Its place in the message, from 0.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }
    /// <summary>As the sender says: not to be believed.</summary>
    public required string Type { get; init; }
    public required long Size { get; init; }

    internal static IReadOnlyList<MailFile> Read(string json) => JsonSerializer.Deserialize<List<MailFile>>(json)!;
    internal static IReadOnlyList<string> ReadRecipients(string json) => JsonSerializer.Deserialize<List<string>>(json)!;
    internal static string Write(IReadOnlyList<MailFile> files) => JsonSerializer.Serialize(files);
}

using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Post;

/// <summary>What a message says. Its files are kept apart.</summary>
sealed record Letter
{
    static readonly JsonSerializerOptions options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string Text { get; init; } = "";
    public string? Html { get; init; }
    public string? InReplyTo { get; init; }
    public IReadOnlyList<string>? References { get; init; }
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
    /// <summary>Sent by no person: other programs must not answer it.</summary>
    public bool IsAutomatic { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, options);
    public static Letter FromJson(string json) => JsonSerializer.Deserialize<Letter>(json, options)!;
}

/// <summary>A file that goes with a message.</summary>
public sealed record MessageFile
{
    public required string Name { get; init; }
    public required string Type { get; init; }
    public required byte[] Content { get; init; }
}

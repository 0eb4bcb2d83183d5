using System.Text.Json;
using System.Text.Json.Nodes;
namespace Regard.Post;

/// <summary>What went wrong, kept so that everybody reads it in their own language: the text, then what stands in its places.</summary>
static class Said
{
    public static string Write(Words words) => Node(words).ToJsonString(Robots.Json);

    public static Words? Read(string? kept) => kept is null ? null : Read(JsonNode.Parse(kept)!.AsArray());

    static JsonArray Node(Words words) => [words.Text, .. words.Values.Select(v => v is Words within ? (JsonNode)Node(within) : JsonValue.Create(v?.ToString() ?? ""))];

    static Words Read(JsonArray kept) => new(kept[0]!.GetValue<string>(), [.. kept.Skip(1).Select(v => v is JsonArray within ? (object)Read(within) : v!.GetValue<string>())]);
}

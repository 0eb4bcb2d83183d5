using System.Text.Json;
namespace Regard.Post;

/// <summary>What went wrong, kept so that everybody reads it in their own language.</summary>
static class Said
{
    public static string Write(Words words) => JsonSerializer.Serialize((IEnumerable<string>)[words.Text, .. words.Values.Select(v => v?.ToString() ?? "")]);

    public static Words? Read(string? kept) => kept is null ? null : JsonSerializer.Deserialize<List<string>>(kept) is [var text, .. var values] ? new Words(text, [.. values]) : null;
}

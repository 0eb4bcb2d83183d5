using System.Text.RegularExpressions;
namespace Regard.Post.Templates;

/// <summary>The words of a kind of message in one language, with places such as {name} for what differs.</summary>
public sealed partial record Template
{
    public const int LongestSubject = 300, LongestBody = 20_000;

    public required string Key { get; init; }
    public required string LanguageTag { get; init; }
    /// <summary>0 is what came with Regard.</summary>
    public required long Version { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }

    [GeneratedRegex(@"\{([a-z]{1,20})\}")]
    private static partial Regex Place();

    /// <summary>Each place filled once: what a value contains is not filled again.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Place().Replace(text, m => values.GetValueOrDefault(m.Groups[1].Value, ""));

    public static IEnumerable<string> PlacesIn(string text) => Place().Matches(text).Select(m => m.Groups[1].Value).Distinct();
}

/// <summary>A template with its places filled.</summary>
public sealed record FilledTemplate(string Subject, string Body);

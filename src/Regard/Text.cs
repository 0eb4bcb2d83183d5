using System.Text.Json.Serialization;
using System.Text.Json;
namespace Regard;

/// <summary>A text that users write in the languages they need: language tag -> text.</summary>
[JsonConverter(typeof(TextJson))]
public sealed class Text : Dictionary<string, string>, IEquatable<Text>
{
    public Text() { }
    public Text(IDictionary<string, string> said) : base(said) { }

    public static Text Of(string english, string simplified, string traditional) => new() { ["zh-Hans"] = simplified, ["zh-Hant"] = traditional, ["en"] = english };
    /// <summary>As the catalogue says it, in every language.</summary>
    public static Text Of(Words words) => Of(words.In(Language.English), words.In(Language.SimplifiedChinese), words.In(Language.TraditionalChinese));
    public static Text OneFor(Language language, string text) => new() { [language.Tag()] = text };

    /// <summary>In that language; else the other Chinese; else English; else whatever there is.</summary>
    public string In(Language language)
    {
        foreach (var tag in Preferences(language)) if (TryGetValue(tag, out var said) && said.Length > 0) return said;
        return Values.FirstOrDefault(v => v.Length > 0) ?? "";
    }

    public bool IsEmpty => Values.All(string.IsNullOrWhiteSpace);

    public bool Equals(Text? other) => other is not null && Count == other.Count && this.All(p => other.TryGetValue(p.Key, out var v) && v == p.Value);
    public override bool Equals(object? obj) => Equals(obj as Text);
    public override int GetHashCode() => Count;

    static string[] Preferences(Language language) => language switch
    {
        Language.SimplifiedChinese => ["zh-Hans", "zh-Hant", "en"],
        Language.TraditionalChinese => ["zh-Hant", "zh-Hans", "en"],
        _ => ["en"],
    };
}

sealed class TextJson : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) is { } said && !said.ContainsValue(null!)
            ? new(said) : throw new JsonException("A text is an object: language tag to text.");

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (tag, text) in value.OrderBy(p => p.Key, StringComparer.Ordinal)) writer.WriteString(tag, text);
        writer.WriteEndObject();
    }
}

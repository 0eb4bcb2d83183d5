using System.Text.Json.Serialization;
namespace Regard;

/// <summary>The languages that people of a company read Regard in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Language>))]
public enum Language
{
    [JsonStringEnumMemberName("en")] English,
    [JsonStringEnumMemberName("zh-Hans")] SimplifiedChinese,
    [JsonStringEnumMemberName("zh-Hant")] TraditionalChinese,
}

public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = [Language.SimplifiedChinese, Language.TraditionalChinese, Language.English];

    /// <summary>The tag of BCP 47: en, zh-Hans, zh-Hant.</summary>
    public static string Tag(this Language language) => language switch
    {
        Language.SimplifiedChinese => "zh-Hans",
        Language.TraditionalChinese => "zh-Hant",
        _ => "en",
    };

    public static string OwnName(this Language language) => language switch
    {
        Language.SimplifiedChinese => "简体中文",
        Language.TraditionalChinese => "繁體中文",
        _ => "English",
    };

    /// <summary>Reads a tag as browsers send it; null when it is none of ours.</summary>
    public static Language? FromTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag)) return null;
        var t = tag.Trim().ToLowerInvariant();
        if (t.StartsWith("zh", StringComparison.Ordinal))
            return t.Contains("hant") || t.EndsWith("-tw", StringComparison.Ordinal) || t.EndsWith("-hk", StringComparison.Ordinal) || t.EndsWith("-mo", StringComparison.Ordinal)
                ? Language.TraditionalChinese : Language.SimplifiedChinese;
        return t.StartsWith("en", StringComparison.Ordinal) ? Language.English : null;
    }
}

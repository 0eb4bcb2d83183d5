using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
namespace Regard;

/// <summary>A text for people, written once in English and said in the reader's language.</summary>
/// <remarks>Each area keeps its translations in a Words.json beside its code: English text -> language tag -> text. A test finds what is missing.</remarks>
public sealed record Words(string Text, params object?[] Values)
{
    public static Words Of(string text, params object?[] values) => new(text, values);

    public string In(Language language)
    {
        var text = Catalogue.Find(Text, language);
        if (Values.Length == 0) return text;
        var said = Values.Select(v => v is Words w ? w.In(language) : v).ToArray();
        return string.Format(CultureInfo.InvariantCulture, text, said);
    }

    public override string ToString() => In(Language.English);
}

/// <summary>All translations that the loaded assemblies of Regard carry.</summary>
public static class Catalogue
{
    static readonly ConcurrentDictionary<Assembly, bool> taught = new();
    static FrozenDictionary<string, Dictionary<string, string>> entries = FrozenDictionary<string, Dictionary<string, string>>.Empty;

    static Catalogue() => Teach(typeof(Catalogue).Assembly);

    public static IReadOnlyDictionary<string, Dictionary<string, string>> Entries => entries;

    /// <summary>Adds the Words.json files embedded in an assembly.</summary>
    public static void Teach(Assembly assembly)
    {
        if (!taught.TryAdd(assembly, true)) return;
        var all = new Dictionary<string, Dictionary<string, string>>(entries);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith("Words.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (text, said) in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!)
                all[text] = said;
        }
        entries = all.ToFrozenDictionary();
    }

    public static string Find(string text, Language language) =>
        language != Language.English && entries.TryGetValue(text, out var said) && said.TryGetValue(language.Tag(), out var found) ? found : text;
}

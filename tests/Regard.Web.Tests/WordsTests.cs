using System.Text.Json;
using System.Text.RegularExpressions;
namespace Regard.Web.Tests;

public partial class WordsTests
{
    // Texts for people: L["..."], Words.Of("..."), new Problem("field", "..."), new Refused("..."), new NotFound("..."), new Invalid("field", "...").
    [GeneratedRegex("""(?:\bL\[|Words\.Of\(|new Refused\(|new NotFound\(|(?:new Problem|new Invalid|\bnew)\(\s*(?:\$?"[^"]*"|[\w.\[\]{}$]+)\s*,\s*)(?:[^"()\[\];]*\?\s*)?"((?:[^"\\]|\\.)*)"(?:\s*:\s*"((?:[^"\\]|\\.)*)")?""")]
    private static partial Regex Said();

    // One word alone is a text only where it is plainly said to somebody; elsewhere it may be a name of the code's own.
    [GeneratedRegex("""(?:\bL\[|Words\.Of\()(?:[^"()\[\];]*\?\s*)?"([^"\\ ]*[a-z][^"\\ ]*)"(?:\s*:\s*"([^"\\ ]*[a-z][^"\\ ]*)")?""")]
    private static partial Regex Word();

    [Fact]
    public void Every_text_for_people_exists_in_all_languages()
    {
        Teach();
        var texts = Sources().SelectMany(f => Said().Matches(File.ReadAllText(f)).SelectMany(m => new[] { m.Groups[1], m.Groups[2] }).Where(g => g.Success).Select(g => (Text: Regex.Unescape(g.Value), File: Path.GetFileName(f))))
            .Where(t => t.Text.Any(char.IsLetter) && t.Text.Contains(' '))
            .Concat(Sources().SelectMany(f => Word().Matches(File.ReadAllText(f)).SelectMany(m => new[] { m.Groups[1], m.Groups[2] }).Where(g => g.Success).Select(g => (Text: g.Value, File: Path.GetFileName(f)))))
            .DistinctBy(t => t.Text).ToList();
        Assert.True(texts.Count > 20);
        var missing = texts.Where(t => !IsSaid(t.Text)).Select(t => $"{t.File}: {t.Text}").ToList();
        Assert.True(missing.Count == 0, string.Join("\n", missing));
    }

    [Fact]
    public void Every_translation_is_complete_and_keeps_its_places_for_values()
    {
        Teach();
        var wrong = from entry in Catalogue.Entries
                    from language in Languages.All.Where(l => l != Language.English)
                    where !entry.Value.TryGetValue(language.Tag(), out var said) || string.IsNullOrWhiteSpace(said) || !Places(entry.Key).SetEquals(Places(said))
                    select $"{language.Tag()}: {entry.Key}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_text_is_translated_twice()
    {
        var twice = Files("*Words.json").SelectMany(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement.EnumerateObject().Select(text => (Text: text.Name, File: f)))
            .GroupBy(t => t.Text).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.File))}").ToList();
        Assert.True(twice.Count == 0, string.Join("\n", twice));
    }

    static void Teach()
    {
        Catalogue.Teach(typeof(RegardApp).Assembly);
        Catalogue.Teach(typeof(Cli.ServeCommand).Assembly);
    }

    static bool IsSaid(string text) => Catalogue.Entries.TryGetValue(text, out var said) && Languages.All.All(l => l == Language.English || said.ContainsKey(l.Tag()));

    static HashSet<string> Places(string text) => [.. Regex.Matches(text, @"\{\d+(?::[^}]*)?\}").Select(m => m.Value)];

    static IEnumerable<string> Sources() => Files("*.cs").Concat(Files("*.razor"));

    static IEnumerable<string> Files(string named)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Regard.slnx"))) root = Path.GetDirectoryName(root)!;
        return new[] { "src/Regard", "src/Regard.Web", "src/Regard.Cli" }.SelectMany(p => Directory.EnumerateFiles(Path.Combine(root, p), named, SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/") && !f.Contains("/bin/") && !f.Contains("/node_modules/"));
    }
}

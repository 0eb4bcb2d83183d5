using System.Collections.Frozen;
using System.Text.Json;
namespace Regard.Post.Templates;

/// <summary>A kind of message that Regard writes, what may stand in it, and the words it came with.</summary>
public sealed class TemplateKind
{
    static readonly FrozenDictionary<string, TemplateKind> all = Load();

    TemplateKind(string key, Form form) => (Key, Name, Places, this.form) = (key, Words.Of(form.Name), form.Places, form);
    readonly Form form;

    public string Key { get; }
    public Words Name { get; }
    public IReadOnlyList<string> Places { get; }

    public static IReadOnlyList<TemplateKind> All { get; } = [.. all.Values.OrderBy(k => k.Key, StringComparer.Ordinal)];
    public static TemplateKind Of(string key) => all.GetValueOrDefault(key) ?? throw new NotFound("There is no such template.");

    public Template Standard(string tag) => form.Texts.TryGetValue(tag, out var said)
        ? new() { Key = Key, LanguageTag = tag, Version = 0, Subject = said.Subject, Body = said.Body } : throw new NotFound("There is no such template.");

    static FrozenDictionary<string, TemplateKind> Load()
    {
        using var stream = typeof(TemplateKind).Assembly.GetManifestResourceStream("Regard.Post.Templates.standard.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Form>>(stream, JsonSerializerOptions.Web)!.ToFrozenDictionary(p => p.Key, p => new TemplateKind(p.Key, p.Value));
    }

    sealed record Form(string Name, List<string> Places, Dictionary<string, Said> Texts);
    sealed record Said(string Subject, string Body);
}

using YamlDotNet.RepresentationModel;

namespace Regard.Statistics;

/// <summary>A part of a YAML file that knows where it stands, so that refusals name the line.</summary>
sealed class YamlPart(string name, YamlNode node)
{
    public bool IsMapping => node is YamlMappingNode;

    public DataRefused Refuse(string what) => new(DataFault.BadSpecification, $"Line {node.Start.Line}, {name}: {what}.");

    public void Only(params string[] names)
    {
        foreach (var (key, value) in Entries())
            if (!names.Contains(key)) throw value.Refuse($"nothing of this name is known here; known are {string.Join(", ", names)}");
    }

    public YamlPart? Optional(string key)
    {
        foreach (var (name, part) in Entries())
            if (name == key) return part;
        return null;
    }

    public YamlPart Needed(string key) => Optional(key) ?? throw Refuse($"{key} is missing");

    public IEnumerable<KeyValuePair<string, YamlPart>> Entries() => node is YamlMappingNode mapping
        ? mapping.Children.Select(c => KeyValuePair.Create(new YamlPart(name, c.Key).Text(), new YamlPart(c.Key.ToString(), c.Value)))
        : throw Refuse("names with values are needed here");

    /// <summary>A list, or a single text as a list of one.</summary>
    public IReadOnlyList<string> Texts() => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(c => new YamlPart(name, c).Text())],
        YamlScalarNode => [Text()],
        _ => throw Refuse("a list is needed here"),
    };

    public string Text() => node is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Refuse("a text is needed here");

    /// <summary>A text by language tag; a single text counts as English.</summary>
    public IReadOnlyDictionary<string, string> ByLanguage() =>
        IsMapping ? Entries().ToDictionary(e => e.Key, e => e.Value.Text()) : new Dictionary<string, string> { ["en"] = Text() };
}

using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Regard.Statistics;

/// <summary>Reads a path model from YAML: name, scale, constructs with their items, and for each target its sources.</summary>
/// <remarks>
/// <code>
/// name: ECSI
/// scale: [1, 10]
/// constructs:
///   Image: {items: [IMAG1, IMAG2], mode: A}
///   Satisfaction: {items: [CUSA1, CUSA2]}
/// paths:
///   Satisfaction: [Image]
/// </code>
/// May be added: <c>about</c>; <c>scales</c>, items with a scale of their own (highest answer first when a high answer is bad); <c>title</c> of a
/// construct and <c>questions</c>, the wording of items, both as a text or by language tag.
/// </remarks>
public static class ModelFile
{
    /// <summary>Reads and checks a model.</summary>
    /// <param name="yaml">The text of the file.</param>
    /// <exception cref="DataRefused">It is no YAML, or no model; the message names the line, construct or item.</exception>
    public static PathModel Read(string yaml)
    {
        var file = Root(yaml);
        file.Only("name", "about", "scale", "scales", "constructs", "paths", "questions");
        var constructs = file.Needed("constructs").Entries().Select(Construct).ToArray();
        var paths = file.Needed("paths").Entries().SelectMany(p => p.Value.Texts().Select(from => new PathLink(from, p.Key))).ToArray();
        var items = constructs.SelectMany(c => c.Items).ToHashSet();
        var scales = file.Optional("scales")?.Entries().ToDictionary(s => Known(s, items), s => Scale(s.Value)) ?? [];
        var questions = file.Optional("questions")?.Entries().ToDictionary(q => Known(q, items), q => q.Value.ByLanguage()) ?? [];
        var model = PathModel.Of(
            file.Optional("name")?.Text() ?? "", constructs, paths, file.Optional("scale") is { } scale ? Scale(scale) : null);
        return model.With(scales, questions);
    }

    static YamlPart Root(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1) return new("The file", stream.Documents[0].RootNode);
        }
        catch (YamlException e)
        {
            throw new DataRefused(DataFault.BadSpecification, $"Line {e.Start.Line}: this is no YAML ({(e.InnerException ?? e).Message}).");
        }
        throw new DataRefused(DataFault.BadSpecification, "A model file holds one YAML document.");
    }

    static PathConstruct Construct(KeyValuePair<string, YamlPart> entry)
    {
        var (name, part) = entry;
        if (!part.IsMapping) return new(name, part.Texts());
        part.Only("items", "mode", "title");
        var mode = part.Optional("mode")?.Text() switch
        {
            null or "A" or "a" => OuterMode.A,
            "B" or "b" => OuterMode.B,
            var other => throw part.Refuse($"the mode is A or B, not {other}"),
        };
        return new(name, part.Needed("items").Texts(), mode) { Titles = part.Optional("title")?.ByLanguage() ?? new Dictionary<string, string>() };
    }

    static string Known(KeyValuePair<string, YamlPart> entry, HashSet<string> items) =>
        items.Contains(entry.Key) ? entry.Key : throw entry.Value.Refuse($"no construct has the item {entry.Key}");

    static Scale Scale(YamlPart part)
    {
        var ends = part.Texts();
        if (ends.Count != 2 || !int.TryParse(ends[0], out var one) || !int.TryParse(ends[1], out var other) || one == other || Math.Abs((long)one - other) >= Moments.Missing)
            throw part.Refuse("a scale is its lowest and highest answer, two whole numbers such as [1, 10]");
        return new(Math.Min(one, other), Math.Max(one, other), Reversed: one > other);
    }
}

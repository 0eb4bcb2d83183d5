using Regard.Statistics;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
namespace Regard.Cli.Analyse;

/// <summary>Known margins of the population: margins: {gender: {f: 0.5, m: 0.5}, ...}.</summary>
static class MarginsFile
{
    public static IReadOnlyList<RakingMargin> Read(string path)
    {
        if (!File.Exists(path)) throw new Invalid("margins", "There is no file {0}.", path);
        Dictionary<string, Dictionary<string, Dictionary<string, string>>>? document;
        try
        {
            document = new DeserializerBuilder().Build().Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, string>>>?>(File.ReadAllText(path));
        }
        catch (YamlException e)
        {
            throw new Invalid("margins", "{0}, line {1}: a margin names its categories and their shares, such as gender: f: 0.5, m: 0.5 under margins.", path, e.Start.Line);
        }
        if (document?.GetValueOrDefault("margins") is not { Count: > 0 } margins) throw new Invalid("margins", "{0} holds no margins.", path);
        return [.. margins.Select(m => RakingMargin.Of(m.Key, m.Value.ToDictionary(t => t.Key, t => Target(m.Key, t.Key, t.Value))))];
    }

    static double Target(string margin, string category, string text) =>
        AnalyseOptions.Number(text) ?? throw new Invalid("margins", "{0}, {1}: “{2}” is not a number.", margin, category, text);
}

using System.Text.Json;
namespace Regard.Indicators;

/// <summary>The first tree: reliability, assurance, tangibles, empathy and responsiveness, four indicators each, in words of our own.</summary>
public static class RaterSet
{
    public const string Name = "RATER";

    public static IReadOnlyList<Indicator> Indicators { get; } = Read("rater.json");

    /// <summary>Codes of the five dimensions.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = [.. Indicators.Where(i => Indicators.Any(root => root.ParentCode is null && root.Code == i.ParentCode)).Select(i => i.Code)];

    internal static List<Indicator> Read(string resource)
    {
        using var stream = typeof(RaterSet).Assembly.GetManifestResourceStream("Regard.Indicators." + resource)!;
        return JsonSerializer.Deserialize<List<Indicator>>(stream, JsonSerializerOptions.Web)!;
    }
}

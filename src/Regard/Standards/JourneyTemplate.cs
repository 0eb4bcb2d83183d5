using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Standards;

/// <summary>A journey to begin with, in words of our own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JourneyTemplate>))]
public enum JourneyTemplate
{
    /// <summary>A showroom's reception in nine steps.</summary>
    Reception,
    /// <summary>The seven processes by which customers are won and kept, each a stage for its department.</summary>
    Processes,
}

public static class JourneyTemplates
{
    internal static IEnumerable<BlueprintStage> Stages(this JourneyTemplate template, DateTimeOffset now)
    {
        using var stream = typeof(JourneyTemplates).Assembly.GetManifestResourceStream("Regard.Standards.journeys.json")!;
        return JsonSerializer.Deserialize<Dictionary<JourneyTemplate, List<Stage>>>(stream, JsonSerializerOptions.Web)![template]
            .Select(t => new BlueprintStage { Names = t.Names, Steps = [.. t.Steps.Select(name => new BlueprintStep { Id = Id<BlueprintStep>.New(now), Names = name })] });
    }

    public static Words Said(this JourneyTemplate template) => Words.Of(template == JourneyTemplate.Reception ? "Showroom reception in nine steps" : "Seven processes of winning and keeping customers");

    sealed record Stage(Text Names, IReadOnlyList<Text> Steps);
}

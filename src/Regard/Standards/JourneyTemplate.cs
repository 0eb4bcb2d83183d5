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

static class JourneyTemplates
{
    public static IEnumerable<BlueprintStage> Stages(this JourneyTemplate template, DateTimeOffset now)
    {
        using var stream = typeof(JourneyTemplates).Assembly.GetManifestResourceStream("Regard.Standards.journeys.json")!;
        return JsonSerializer.Deserialize<Dictionary<JourneyTemplate, List<Stage>>>(stream, JsonSerializerOptions.Web)![template]
            .Select(t => new BlueprintStage { Names = t.Names, Steps = [.. t.Steps.Select(name => new BlueprintStep { Id = Id<BlueprintStep>.New(now), Names = name })] });
    }

    sealed record Stage(Text Names, IReadOnlyList<Text> Steps);
}

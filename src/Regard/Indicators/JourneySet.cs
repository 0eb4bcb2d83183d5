using System.Text.Json;
namespace Regard.Indicators;

/// <summary>A tree by the stages of a visit to the workshop: booking and arrival, advice, place and waiting, work done, handing over. Stages weigh alike until a company weighs them otherwise.</summary>
public static class JourneySet
{
    public const string Name = "Journey";

    public static IReadOnlyList<Indicator> Indicators { get; } = RaterSet.Read("journey.json");
}

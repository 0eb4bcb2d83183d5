using Regard.Statistics;
namespace Regard.Measures;

static class StatisticsEngine
{
    /// <summary>The version of the library that the numbers were worked out with.</summary>
    public static string Version { get; } = typeof(SlotMeans).Assembly.GetName().Version!.ToString(3);
}

using MathNet.Numerics.Distributions;
using Regard.Measures;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>What the demo's customers truly get and what it costs them, written down: in some stores it costs far more time and worry.</summary>
public static class DemoValue
{
    public const int InStore = 20;
    /// <summary>Who is in a good mood finds benefits higher and costs lower.</summary>
    const double Mood = 0.6, Chance = 0.9;

    public static IReadOnlySet<int> StoresDear { get; } = new HashSet<int> { 1, 4, 10, 13, 17, 21 };
    /// <summary>Points of a scale from 1 to 7 that it costs more there.</summary>
    public const double MoreTime = 2.0, MoreWorry = 2.0;

    /// <summary>On a scale from 1 to 7; of a cost high is much.</summary>
    static double Level(ValueAspect aspect, int store) => aspect switch
    {
        ValueAspect.Product => 5.6,
        ValueAspect.Service => 5.3,
        ValueAspect.Personnel => 5.7,
        ValueAspect.Image => 5.1,
        ValueAspect.Money => 4.2,
        ValueAspect.Time => 3.4 + (StoresDear.Contains(store) ? MoreTime : 0),
        ValueAspect.Effort => 3.1,
        _ => 2.8 + (StoresDear.Contains(store) ? MoreWorry : 0),
    };

    /// <summary>The true level, 0 to 100, of a benefit or a cost as customers of a store say it.</summary>
    public static double Score(ValueAspect aspect, int store)
    {
        var (level, spread) = (Level(aspect, store), Math.Sqrt(Mood * Mood + Chance * Chance));
        return 100 * Enumerable.Range(1, 6).Sum(x => 1 - Normal.CDF(level, spread, x + 0.5)) / 6;
    }

    internal static IEnumerable<(string Key, string Answer)> Draw(int store, Random chance)
    {
        var (mood, worth) = (Normal.Sample(chance, 0, Mood), 4.8);
        foreach (var aspect in ValueAspects.All)
        {
            var level = Level(aspect, store);
            worth += (aspect.IsCost() ? 4 - level : level - 4) / 12;
            yield return (ValueModel.Key(aspect), DemoStudies.OneToSeven(level + (aspect.IsCost() ? -mood : mood) + Normal.Sample(chance, 0, Chance)));
        }
        yield return ("overall", DemoStudies.OneToSeven(worth + mood + Normal.Sample(chance, 0, Chance)));
    }

    /// <summary>The time is told by the answers and by the queues that are measured.</summary>
    internal static IReadOnlyList<ValueItem> Weights => [.. ValueModel.Usual.Items.Select(i => i.Aspect == ValueAspect.Time ? i with { Series = [DemoMetrics.Queue] } : i)];
}

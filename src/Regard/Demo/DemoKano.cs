using Regard.Measures;
using Regard.Statistics;
namespace Regard.Demo;

/// <summary>How each feature truly works on the demo's customers: most answer as its class, some as another.</summary>
public static class DemoKano
{
    public const int InStore = 14;
    /// <summary>Share of customers for whom a feature is of its class; the others spread over the rest evenly.</summary>
    public const double OfClass = 0.55;

    public static IReadOnlyDictionary<string, KanoClass> Classes { get; } = new Dictionary<string, KanoClass>
    {
        ["pickup"] = KanoClass.Attractive, ["status"] = KanoClass.OneDimensional, ["wash"] = KanoClass.OneDimensional, ["fixed"] = KanoClass.MustBe,
        ["loaner"] = KanoClass.Attractive, ["evening"] = KanoClass.Indifferent, ["photos"] = KanoClass.Attractive, ["lounge"] = KanoClass.Indifferent,
    };

    static readonly KanoClass[] spread = [KanoClass.MustBe, KanoClass.OneDimensional, KanoClass.Attractive, KanoClass.Indifferent];

    internal static IEnumerable<(string Key, string Answer)> Draw(int store, Random chance)
    {
        foreach (var (feature, truth) in Classes)
        {
            var kind = chance.NextDouble() < OfClass ? truth : spread[chance.Next(spread.Length)];
            var (with, without) = kind switch { KanoClass.MustBe => ("3", "5"), KanoClass.OneDimensional => ("1", "5"), KanoClass.Attractive => ("1", "3"), KanoClass.Reverse => ("5", "1"), _ => ("3", "3") };
            yield return (feature + KanoQuestion.With, with);
            yield return (feature + KanoQuestion.Without, without);
        }
    }
}

using MathNet.Numerics.Distributions;
using Regard.Surveys;
namespace Regard.Demo;

/// <summary>What is true of the demo company, written down before anybody answers: tests hold the estimates against it.</summary>
/// <remarks>
/// An answer is a latent level plus the respondent's general mood, what this visit was like in the item's dimension, and chance,
/// rounded to the scale and cut at its ends: x = clamp(round(level + mood + visit + chance)). The level of a rating adds up the item, the
/// store, the store's own strengths and weaknesses, the wave, the segment and what plans changed. Overall satisfaction and
/// recommendation follow from the ratings of the five dimensions by known weights. Levels are in points of a scale from 1 to 7; longer scales are stretched.
/// </remarks>
public sealed class DemoTruth
{
    const double Mood = 0.7, Visit = 0.6, Chance = 0.85, SpreadOfStores = 0.30, SpreadOfStrengths = 0.28, SpreadOfWaves = 0.06;
    const double Drift = 0.02, ExpectationDrift = 0.04, AfterSales = -0.15;

    /// <summary>What a plan that works adds to its indicator, from the wave after it on.</summary>
    public const double PlanEffect = 0.7;

    /// <summary>How much a point more in each dimension adds to overall satisfaction.</summary>
    public static IReadOnlyDictionary<string, double> Drivers { get; } = new Dictionary<string, double> { ["REL"] = 0.40, ["RES"] = 0.25, ["ASS"] = 0.15, ["EMP"] = 0.15, ["TAN"] = 0.05 };

    /// <summary>Points by which a dimension matters more to who comes for service than on the mean, and less to who comes to buy.</summary>
    public static IReadOnlyDictionary<string, double> MatterMoreAfterSales { get; } = new Dictionary<string, double> { ["REL"] = 0.3, ["TAN"] = -0.3 };

    readonly int seed;
    readonly Dictionary<(int Store, string Indicator), List<(int FromWave, double Points)>> changes = [];

    public DemoTruth(int seed, IReadOnlyList<Slot> slots) => (this.seed, Slots) = (seed, slots);

    public IReadOnlyList<Slot> Slots { get; }
    public int Seed => seed;

    /// <summary>From that wave on, the indicator of the store is that much better.</summary>
    public void Improve(int store, string indicator, int fromWave, double points) =>
        (changes.TryGetValue((store, indicator), out var list) ? list : changes[(store, indicator)] = []).Add((fromWave, points));

    /// <summary>The true index of a store, 0 to 100: its indicators weigh alike in the RATER set.</summary>
    public double Index(int store, int wave, Part part = Part.Perceived)
    {
        var share = AfterSalesShare(store);
        return Slots.Where(s => s.Part == part).Average(s => share * Score(store, wave, true, s) + (1 - share) * Score(store, wave, false, s));
    }

    /// <summary>The latent level of a rating, on the scale of its slot.</summary>
    public double Level(int store, int wave, bool afterSales, Slot slot)
    {
        var level = slot.Part switch
        {
            Part.Expected => 5.9 + 0.2 * Fixed("expected", slot.Indicator) + ExpectationDrift * wave,
            Part.Importance => 5.2 + 0.5 * Fixed("importance", slot.Indicator) + (afterSales ? 1 : -1) * MatterMoreAfterSales.GetValueOrDefault(slot.Indicator ?? ""),
            Part.Effort => 2.9 - Store(store) - 0.3 * Segment(afterSales),
            Part.Perceived => 5.3 + 0.35 * Fixed("perceived", slot.Indicator) + Store(store) + Drift * wave + Segment(afterSales)
                + SpreadOfStrengths * Fixed("strength", slot.Indicator, store) + SpreadOfWaves * Fixed("wave", slot.Indicator, store, wave) + Changed(store, wave, slot.Indicator),
            _ => 5.3 + Store(store) + Drift * wave + Segment(afterSales),
        };
        return slot.From + (slot.Reversed ? 7 - level : level - 1) / 6 * (slot.To - slot.From);
    }

    /// <summary>The dimension an indicator belongs to, by the codes of the RATER set.</summary>
    public static string? Dimension(Slot slot) => slot.Indicator is { Length: > 3 } code ? code[..3] : null;

    /// <summary>True of what follows from the ratings of the dimensions.</summary>
    public static bool IsOutcome(Slot slot) => slot.Part is Part.Overall or Part.Recommendation;

    /// <summary>Points of the slot's scale for a point from 1 to 7.</summary>
    public static double Stretch(Slot slot) => (slot.To - slot.From) / 6.0;

    /// <summary>How far answers scatter around the level: mood shared with all the respondent's answers, the visit with those of the dimension, and chance.</summary>
    public static (double Mood, double Visit, double Chance) Scatter(Slot slot)
    {
        var stretch = Stretch(slot);
        return slot.Part switch
        {
            Part.Expected or Part.Importance => (0.5 * Mood * stretch, 0, Chance * stretch),
            Part.Overall or Part.Recommendation => (0, 0, 0.7 * stretch),
            Part.Perceived => (Mood * stretch, Visit * stretch, Chance * stretch),
            _ => (Mood * stretch, 0, Chance * stretch),
        };
    }

    /// <summary>The expected score, 0 to 100, of one rating that is no outcome: exact, with rounding and the ends of the scale.</summary>
    public double Score(int store, int wave, bool afterSales, Slot slot)
    {
        var (mood, visit, chance) = Scatter(slot);
        var (level, spread) = (Level(store, wave, afterSales, slot), Math.Sqrt(mood * mood + visit * visit + chance * chance));
        var mean = 0.0;
        for (var x = slot.From; x < slot.To; x++) mean += 1 - Normal.CDF(level, spread, x + 0.5);
        var score = 100 * mean / (slot.To - slot.From);
        return slot.Reversed ? 100 - score : score;
    }

    /// <summary>Share of a store's customers who came for after-sales.</summary>
    public double AfterSalesShare(int store) => 0.5 + 0.15 * Math.Tanh(Fixed("share", null, store));

    /// <summary>How many customers a store has against the average store.</summary>
    public double Size(int store) => Math.Exp(0.35 * Fixed("size", null, store));

    double Store(int store) => SpreadOfStores * Fixed("store", null, store);
    static double Segment(bool afterSales) => afterSales ? AfterSales : 0;
    double Changed(int store, int wave, string? indicator) => indicator is null || !changes.TryGetValue((store, indicator), out var list) ? 0 : list.Where(c => wave >= c.FromWave).Sum(c => c.Points);

    /// <summary>A standard normal number that belongs to this name for ever: the same for the same seed, whatever was asked before.</summary>
    double Fixed(string what, string? indicator, int store = -1, int wave = -1)
    {
        var hash = (ulong)seed * 0x9E3779B97F4A7C15;
        foreach (var c in $"{what}|{indicator}|{store}|{wave}") hash = (hash ^ c) * 0x100000001B3;
        hash ^= hash >> 32; hash *= 0xD6E8FEB86659FD93; hash ^= hash >> 29; hash *= 0xD6E8FEB86659FD93; hash ^= hash >> 32;
        return Normal.InvCDF(0, 1, ((hash >> 11) + 0.5) / (1UL << 53));
    }
}

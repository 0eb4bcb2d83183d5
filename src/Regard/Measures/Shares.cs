using Regard.Statistics;
using Scale = Regard.Statistics.Scale;
namespace Regard.Measures;

/// <summary>Measures that count answers instead of taking their mean.</summary>
static class Shares
{
    public static Estimate Net(Moments moments, int slot) => NetPromoter.Of(moments.Histogram(slot), new Scale(0, 10)).Score;

    /// <summary>Share of the two best answers, per cent; of several questions the mean share, held to be no surer than one.</summary>
    public static Estimate TopTwo(Moments moments, int[] slots, IReadOnlyList<Scale> scales)
    {
        var shares = slots.Select(s => Wilson.TopBox(moments.Histogram(s), scales[s], Math.Min(2, scales[s].Steps))).ToList();
        if (shares.FirstOrDefault(s => s.Withheld) is { } missing) return missing;
        if (shares.Count == 1) return shares[0].Rescaled(100);
        return Estimate.Between(
            shares.Average(s => s.Value!.Value), shares.Average(s => s.StandardError!.Value), shares.Average(s => s.Lower!.Value), shares.Average(s => s.Upper!.Value),
            shares.Min(s => s.N), shares.Min(s => s.EffectiveN)).Rescaled(100);
    }
}

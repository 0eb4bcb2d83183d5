namespace Regard.Statistics;

/// <summary>When to expect the next purchase from the gaps between purchases alone, without a model.</summary>
/// <remarks>
/// Of the gaps that were longer than the silence so far, how much longer they were (type 7 quantiles). Gaps that never ended (lost customers) are not among them, so this tells when a
/// customer comes who does come; the chance that they do is for a model, see <see cref="NextPurchase"/>, and when a customer counts as gone for <see cref="ChurnThreshold"/>.
/// </remarks>
public sealed record PurchaseRhythm
{
    const int FewestGaps = 5;

    PurchaseRhythm(Estimate longer) => Longer = longer;

    /// <summary>Share of gaps that were longer than the silence so far: the smaller, the more overdue. Withheld without gaps.</summary>
    public Estimate Longer { get; }

    /// <summary>Days until the next purchase, half of the time less; null when fewer than five gaps were longer than the silence.</summary>
    public double? Median { get; private init; }

    /// <summary>Lower bound, days.</summary>
    public double? Lower { get; private init; }

    /// <summary>Upper bound, days.</summary>
    public double? Upper { get; private init; }

    /// <summary>The rhythm of a customer, or of a segment.</summary>
    /// <param name="gaps">Days between purchases, over 0, of the customer where there are enough, else of customers alike.</param>
    /// <param name="silence">Days since the last purchase, 0 or more.</param>
    /// <param name="confidence">Share of next purchases between the bounds, between 0 and 1.</param>
    /// <exception cref="DataRefused">A gap is not over 0, or the silence under 0.</exception>
    public static PurchaseRhythm Of(IReadOnlyList<double> gaps, double silence, double confidence = 0.8)
    {
        if (!(silence >= 0) || gaps.Any(g => !(double.IsFinite(g) && g > 0))) throw new DataRefused(DataFault.OutOfRange, "Gaps are days over 0, and the silence is 0 days or more.");
        double[] rest = [.. gaps.Where(g => g > silence).Select(g => g - silence).Order()];
        var longer = Wilson.Share(rest.Length, gaps.Count);
        if (rest.Length < FewestGaps) return new(longer);
        return new(longer) { Median = At(rest, 0.5), Lower = At(rest, (1 - confidence) / 2), Upper = At(rest, (1 + confidence) / 2) };
    }

    static double At(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}

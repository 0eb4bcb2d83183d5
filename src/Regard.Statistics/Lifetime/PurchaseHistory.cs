namespace Regard.Statistics;

/// <summary>What the purchase models need to know of one customer; the first purchase is birth and counts as no repeat.</summary>
/// <param name="Repeats">x: days with a purchase after the first one, 0 or more.</param>
/// <param name="Recency">t_x: weeks from the first to the last purchase; 0 without a repeat.</param>
/// <param name="Age">T: weeks from the first purchase to the end of the record, at least <paramref name="Recency"/>.</param>
/// <param name="MeanSpend">m_x: mean amount of a repeat purchase; null when there is none, or no amounts were recorded.</param>
/// <remarks>Notation of Fader, Hardie and Lee (2005), Marketing Science 24, 275-284.</remarks>
public readonly record struct PurchaseHistory(double Repeats, double Recency, double Age, double? MeanSpend = null)
{
    /// <summary>Days of a week, the unit of time of all purchase models.</summary>
    public const double DaysPerWeek = 7;

    internal PurchaseHistory Checked()
    {
        if (!(double.IsFinite(Repeats) && Repeats >= 0)) throw new ArgumentOutOfRangeException(nameof(Repeats), Repeats, "A number of repeat purchases is 0 or more.");
        if (!(double.IsFinite(Age) && Age >= 0)) throw new ArgumentOutOfRangeException(nameof(Age), Age, "An age is 0 weeks or more.");
        if (!(Recency >= 0 && Recency <= Age)) throw new ArgumentOutOfRangeException(nameof(Recency), Recency, "The last purchase lies between the first one and the end of the record.");
        if (Repeats == 0 && Recency > 0) throw new ArgumentOutOfRangeException(nameof(Recency), Recency, "Without a repeat purchase the last purchase is the first.");
        return this;
    }
}

using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>Where the packed answers of a form say how satisfied a customer is, and how loyal the customer claims to be.</summary>
sealed record LoyaltySlots(IReadOnlyList<Slot> Overall, IReadOnlyList<Slot> Recommendation)
{
    public static LoyaltySlots Of(FormDocument form) => new(
        [.. form.Slots.Where(s => s.Part == Part.Overall)], [.. form.Slots.Where(s => s.Part == Part.Recommendation)]);

    public GivenAnswer Read(DateOnly day, ReadOnlySpan<byte> ratings)
    {
        var satisfaction = Mean(Overall, ratings);
        return new(day, satisfaction, satisfaction is null ? null : BestTwo(ratings), Mean(Recommendation, ratings));
    }

    static double? Mean(IReadOnlyList<Slot> slots, ReadOnlySpan<byte> ratings)
    {
        var (sum, n) = (0.0, 0);
        foreach (var slot in slots)
            if (ratings[slot.Index] is not Slot.Missing and var packed)
            {
                var score = 100.0 * packed / (slot.To - slot.From);
                sum += slot.Reversed ? 100 - score : score;
                n++;
            }
        return n == 0 ? null : sum / n;
    }

    /// <summary>The same rule as the share of satisfied customers: one of the two best answers, to each question on it that was answered.</summary>
    bool BestTwo(ReadOnlySpan<byte> ratings)
    {
        foreach (var slot in Overall)
            if (ratings[slot.Index] is not Slot.Missing and var packed && (slot.Reversed ? packed > 1 : packed < slot.To - slot.From - 1)) return false;
        return true;
    }
}

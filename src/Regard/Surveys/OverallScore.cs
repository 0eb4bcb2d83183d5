namespace Regard.Surveys;

/// <summary>How one respondent finds it all in all, 0 to 100.</summary>
static class OverallScore
{
    /// <summary>Mean of the ratings of overall satisfaction; null when none was asked or given.</summary>
    public static double? Of(IReadOnlyList<Slot> slots, byte[] ratings, Part part = Part.Overall)
    {
        var scores = (from slot in slots
                      where slot.Part == part && slot.Index < ratings.Length && ratings[slot.Index] != Slot.Missing
                      let score = 100.0 * ratings[slot.Index] / (slot.To - slot.From)
                      select slot.Reversed ? 100 - score : score).ToList();
        return scores.Count == 0 ? null : scores.Average();
    }

    /// <summary>The same; of a form that does not ask for it, the recommendation.</summary>
    public static double? OrRecommendation(IReadOnlyList<Slot> slots, byte[] ratings) => Of(slots, ratings) ?? Of(slots, ratings, Part.Recommendation);
}

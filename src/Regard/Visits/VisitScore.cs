using Regard.Surveys;
namespace Regard.Visits;

/// <summary>How much of what was looked at was delivered. Pure.</summary>
static class VisitScore
{
    /// <summary>The items that apply, each with its level from 0 to 100.</summary>
    public static IEnumerable<(Slot Slot, double Level)> Levels(IReadOnlyList<Slot> slots, byte[] ratings) =>
        from slot in slots
        where slot.Part == Part.Delivered && slot.Index < ratings.Length && ratings[slot.Index] != Slot.Missing
        let level = 100.0 * ratings[slot.Index] / (slot.To - slot.From)
        select (slot, slot.Reversed ? 100 - level : level);

    /// <summary>Null when nothing applied.</summary>
    public static double? Of(IReadOnlyList<Slot> slots, byte[] ratings) => Levels(slots, ratings).Select(l => (double?)l.Level).Average();

    public static IReadOnlyList<CheckItem> Failed(FormDocument form, byte[] ratings) =>
        [.. from slot in form.Slots
            where ratings[slot.Index] == CheckItem.NotDone && form.Find(slot.ItemKey) is CheckItem
            select (CheckItem)form.Find(slot.ItemKey)!];
}

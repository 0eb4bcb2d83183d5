using Regard.Surveys;
namespace Regard.Measures;

/// <summary>A rating with the words in which it was asked. The same key in other words is another question.</summary>
sealed record AskedSlot(Slot Slot, IReadOnlyList<Text> Wording)
{
    public static IReadOnlyList<AskedSlot> Of(FormDocument form) => [.. form.Slots.Select(slot => new AskedSlot(slot, Words(form.Find(slot.ItemKey)!, slot)))];

    /// <summary>The title to show for it: of the row in a battery.</summary>
    public Text Title => Wording[^1];

    public bool SameScaleAs(AskedSlot other) => (Slot.From, Slot.To, Slot.Reversed) == (other.Slot.From, other.Slot.To, other.Slot.Reversed);

    /// <summary>Compared in the languages both have: a translation added later changes nothing.</summary>
    public bool SameWordsAs(AskedSlot other) => Wording.Count == other.Wording.Count && Wording.Zip(other.Wording, Same).All(same => same);

    static bool Same(Text one, Text other) => one.Keys.Intersect(other.Keys).All(tag => one[tag].Trim() == other[tag].Trim());

    static IReadOnlyList<Text> Words(Item item, Slot slot) => item is BatteryItem battery
        ? [item.Title, battery.Rows.First(r => r.SlotKey(slot.Part) == slot.Key).Title]
        : [item.Title];
}

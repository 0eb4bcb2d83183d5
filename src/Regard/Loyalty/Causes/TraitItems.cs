using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>Where the answers to a form tell of the customer beside the service.</summary>
sealed class TraitItems
{
    readonly Dictionary<Trait, Slot> slots;
    readonly Dictionary<Trait, string> keys;

    TraitItems(FormDocument form)
    {
        slots = form.Slots.Join(form.Items.Where(i => i.Tells is not null), s => s.ItemKey, i => i.Key, (s, i) => (Trait: i.Tells!.Value, Slot: s)).DistinctBy(s => s.Trait).ToDictionary(s => s.Trait, s => s.Slot);
        keys = form.Items.Where(i => i.Tells is not null and not Trait.Circumstances && i is not RatingItem).DistinctBy(i => i.Tells).ToDictionary(i => i.Tells!.Value, i => i.Key);
        Circumstances = [.. form.Items.OfType<SingleItem>().Where(i => i.Tells == Trait.Circumstances)];
    }

    public IReadOnlyList<SingleItem> Circumstances { get; }

    public static TraitItems Of(FormDocument form) => new(form);

    public bool Asks(Trait trait) => slots.ContainsKey(trait) || keys.ContainsKey(trait);

    /// <summary>0 to 100; NaN when it was not asked or not answered.</summary>
    public double Rated(Trait trait, ReadOnlySpan<byte> ratings)
    {
        if (!slots.TryGetValue(trait, out var slot) || ratings[slot.Index] is Slot.Missing) return double.NaN;
        var score = 100.0 * ratings[slot.Index] / (slot.To - slot.From);
        return slot.Reversed ? 100 - score : score;
    }

    /// <summary>NaN when it was not asked or not answered.</summary>
    public double Number(Trait trait, Answers said) => keys.TryGetValue(trait, out var key) && said.Find(key)?.AsNumber() is { } number ? (double)number : double.NaN;

    public bool? IsYes(Trait trait, Answers said) => keys.TryGetValue(trait, out var key) && said.Find(key)?.Said is { } option ? Traits.IsYes(option) : null;
}

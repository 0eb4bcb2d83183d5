using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>A questionnaire as it is written, kept and exchanged: pages of items, in one or more languages.</summary>
public sealed record FormDocument : Kept
{
    public int Schema { get; init; } = 1;
    public Text Title { get; init; } = new();
    /// <summary>Tags of the languages in which it can be answered; the first is the one to fall back on.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
    public Text Intro { get; init; } = new();
    public Text Thanks { get; init; } = new();
    public IReadOnlyList<Page> Pages { get; init; } = [];

    [JsonIgnore] public IEnumerable<Item> Items => Pages.SelectMany(p => p.Items);

    // Beside the document and not in it: a copy made by `with` has slots of its own.
    static readonly ConditionalWeakTable<FormDocument, IReadOnlyList<Slot>> slots = new();

    /// <summary>The ratings of a response in the order in which they are packed.</summary>
    [JsonIgnore] public IReadOnlyList<Slot> Slots => slots.GetValue(this, static d => [.. d.Items.SelectMany(i => i.Slots).Select((slot, index) => slot with { Index = index })]);

    /// <summary>The item whose answers tell segments apart, when there is one.</summary>
    [JsonIgnore] public SingleItem? SegmentItem => Items.OfType<SingleItem>().FirstOrDefault(i => i.Segment);

    /// <summary>The question whose answer tells that; null when it is not asked.</summary>
    public T? Telling<T>(Trait trait) where T : Item => Items.OfType<T>().FirstOrDefault(i => i.Tells == trait);

    public Item? Find(string key) => Items.FirstOrDefault(i => i.Key == key);
}

public sealed record Page : Kept
{
    public Text? Title { get; init; }
    public IReadOnlyList<Item> Items { get; init; } = [];
}

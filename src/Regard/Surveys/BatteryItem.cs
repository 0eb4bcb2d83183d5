using System.Runtime.CompilerServices;
namespace Regard.Surveys;

/// <summary>Several statements, each rated for what was expected, what was perceived and how much it matters, as far as asked.</summary>
public sealed record BatteryItem : Item
{
    public IReadOnlyList<Part> Parts { get; init; } = [];
    public Scale Scale { get; init; } = new();
    public IReadOnlyList<BatteryRow> Rows { get; init; } = [];
    public bool NotApplicable { get; init; }

    public static IReadOnlyList<Part> PartsOffered { get; } = [Part.Expected, Part.Perceived, Part.Importance];

    // Beside the item and not in it: a copy made by `with` has slots of its own.
    static readonly ConditionalWeakTable<BatteryItem, IReadOnlyList<Slot>> slots = new();

    internal override IEnumerable<Slot> Slots => slots.GetValue(this, static battery => [.. battery.SlotsOfRows()]);

    IEnumerable<Slot> SlotsOfRows() =>
        from row in Rows
        from part in Parts
        select new Slot { Key = row.SlotKey(part), ItemKey = Key, Indicator = row.Indicator, Part = part, From = Scale.From, To = Scale.To, NotApplicable = NotApplicable };

    public override IEnumerable<string> AnswerKeys => Slots.Select(s => s.Key);
}

public sealed record BatteryRow : Kept
{
    public string Key { get; init; } = "";
    public Text Title { get; init; } = new();
    public string? Indicator { get; init; }

    public string SlotKey(Part part) => $"{Key}_{part.ToString()[0]}";
}

using Regard.Files;
namespace Regard.Surveys;

/// <summary>Which column of a file holds what.</summary>
public sealed class ImportColumns
{
    public const string Unit = "unit", Segment = "segment", Weight = "weight", SubmittedAt = "submitted_at", Language = "language", ResponseId = "response_id";
    /// <summary>What a column can hold beside answers.</summary>
    public static IReadOnlyList<string> Extras => extras;
    static readonly string[] extras = [Unit, Segment, Weight, SubmittedAt, Language, ResponseId];

    readonly Dictionary<string, int> at = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="renamed">Column of the file -> what it holds, nothing when it is left out; a column not named there holds what it is called.</param>
    internal ImportColumns(CsvFile file, FormVersion form, IReadOnlyDictionary<string, string>? renamed, bool unitIsGiven)
    {
        var said = new Dictionary<string, string>(renamed ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase);
        foreach (var (column, name) in file.Header.Index())
            if (said.GetValueOrDefault(name, name) is { Length: > 0 } holds && !at.TryAdd(holds, column)) throw new Invalid("Columns", "Two columns are said to hold {0}.", holds);
        Slots = [.. form.Slots.Select(s => (s, Find(s.Key)))];
        Items = [.. form.Document.Items.Where(i => !i.Slots.Any()).Select(i => (i with { Required = false }, Find(i.Key)))];
        var missing = Slots.Where(s => s.Column < 0).Select(s => s.Slot.Key)
            .Concat(form.Document.Items.Where(i => i is { Required: true, ShowIf: null } && !i.Slots.Any() && Find(i.Key) < 0).Select(i => i.Key))
            .Concat(Find(Unit) < 0 && !unitIsGiven ? [Unit] : []).ToList();
        if (missing.Count > 0) throw new Invalid([.. missing.Take(100).Select(m => new Problem("File", "The column {0} is missing.", m))]);
        var known = Slots.Select(s => s.Slot.Key).Concat(form.Document.Items.Select(i => i.Key)).Concat(extras).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Unknown = [.. at.Keys.Where(k => !known.Contains(k))];
    }

    internal IReadOnlyList<(Slot Slot, int Column)> Slots { get; }
    /// <summary>Choices, texts and numbers. What a file leaves out is not asked for.</summary>
    internal IReadOnlyList<(Item Item, int Column)> Items { get; }
    internal IReadOnlyList<string> Unknown { get; }

    /// <summary>-1 when the file has no such column.</summary>
    internal int Find(string name) => at.GetValueOrDefault(name, -1);
}

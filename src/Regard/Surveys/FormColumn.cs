using Regard.Files;
namespace Regard.Surveys;

/// <summary>One thing that a file of responses can hold for a form: its key, and what was asked.</summary>
/// <param name="Part">Of a battery, which has a column for each.</param>
public sealed record FormColumn(string Key, Text Title, Part? Part = null)
{
    public static IReadOnlyList<FormColumn> Of(FormDocument form) => [.. form.Items.SelectMany(item => item is BatteryItem battery
        ? battery.Rows.Zip(battery.Slots.Chunk(battery.Parts.Count)).SelectMany(row => row.Second.Select(slot => new FormColumn(slot.Key, row.First.Title, slot.Part)))
        : [new FormColumn(item.Key, item.Title)])];

    /// <summary>The key of what a column of a file seems to hold, by its name or what its file says was asked; nothing when none fits.</summary>
    public static string Guess(ColumnGuess column, IReadOnlyList<FormColumn> form)
    {
        if (form.FirstOrDefault(f => f.Key.Equals(column.Name, StringComparison.OrdinalIgnoreCase)) is { } named) return named.Key;
        if (column.Extra is { } extra) return extra;
        if (ImportColumns.Extras.FirstOrDefault(e => e.Equals(column.Name, StringComparison.OrdinalIgnoreCase)) is { } same) return same;
        string[] said = [column.Name, column.Coded?.Label ?? column.Name];
        var asked = form.Where(f => f.Title.Values.Any(t => said.Contains(t.Trim(), StringComparer.OrdinalIgnoreCase))).ToList();
        return asked.Count == 1 ? asked[0].Key : "";
    }
}

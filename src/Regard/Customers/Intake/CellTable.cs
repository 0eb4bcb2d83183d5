using System.Text;
namespace Regard.Customers.Intake;

/// <summary>Cells that come again and again, found without making a string of each.</summary>
sealed class CellTable(HashSet<string> known)
{
    const int Longest = 512;

    readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> look = known.GetAlternateLookup<ReadOnlySpan<char>>();

    public CellTable() : this(new HashSet<string>(StringComparer.Ordinal)) { }

    public void Add(ReadOnlySpan<byte> cell)
    {
        Span<char> text = stackalloc char[Longest];
        if (cell.Length > Longest) known.Add(Encoding.UTF8.GetString(cell).Trim());
        else look.Add(text[..Encoding.UTF8.GetChars(cell, text)].Trim());
    }

    /// <summary>The text of the cell, the same object for the same text.</summary>
    public string Text(ReadOnlySpan<byte> cell)
    {
        Span<char> text = stackalloc char[Longest];
        if (cell.Length > Longest) return Encoding.UTF8.GetString(cell).Trim();
        var said = text[..Encoding.UTF8.GetChars(cell, text)].Trim();
        if (look.TryGetValue(said, out var found)) return found;
        var fresh = said.ToString();
        if (known.Count < MostKept) known.Add(fresh);
        return fresh;
    }

    const int MostKept = 20_000;
}

/// <summary>The same with something known of each.</summary>
sealed class CellTable<T>(Dictionary<string, T> known) where T : class
{
    const int Longest = 512;

    readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> look = known.GetAlternateLookup<ReadOnlySpan<char>>();

    public T? Find(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > Longest) return null;
        Span<char> text = stackalloc char[Longest];
        return look.TryGetValue(text[..Encoding.UTF8.GetChars(cell, text)].Trim(), out var found) ? found : null;
    }
}

using System.Buffers.Text;
using System.Text;
using Regard.Files;
using Regard.Storage;
namespace Regard.Customers.Intake;

/// <summary>Reads the rows of what belongs to customers into rows of its table, and says what is wrong with each.</summary>
abstract class OwnedRows
{
    protected const int LongestCell = 300, LongestNote = 2000;

    readonly IntakeFile file;
    readonly CellTable<KnownCustomer> customers;
    readonly CellTable texts = new();
    readonly KeySet seen = new();
    readonly Dictionary<int, object> days = [];
    readonly int customerAt;
    readonly List<(Func<object?> Read, int At)> facts = [];
    readonly List<string> names = [];

    protected OwnedRows(IntakeFile file, Dictionary<string, KnownCustomer> customers)
    {
        (this.file, this.customers, customerAt) = (file, new(customers), file.Columns.Find("customer"));
        Now = Place.Now;
    }

    protected CsvFile Csv => file.Csv;
    protected IntakePlace Place => file.Place;
    protected object Now { get; }
    protected KnownCustomer Owner { get; private set; } = null!;
    protected bool IsRowGood => file.Check.IsRowGood;

    protected abstract string TableName { get; }
    protected virtual string[] Stamps => [];
    protected virtual object?[] StampValues => [];
    /// <summary>What names the row beside its customer, and how it is called in the file.</summary>
    protected abstract (Guid Key, string Said) Name();
    /// <summary>Refuses what no single cell shows.</summary>
    protected virtual void Judge() { }

    public KeyedTable Table => new(TableName, ["customer_id", "id"], names, Stamps);

    /// <summary>A column of the table that the file fills: known rows keep what the file has no column for.</summary>
    protected void Fact(string column, string header, Func<object?> read)
    {
        if (!file.Columns.Has(header)) return;
        names.Add(column);
        facts.Add((read, file.Columns.Find(header)));
    }

    protected int At(string column) => names.IndexOf(column) is >= 0 and var at ? at + 2 : -1;

    /// <summary>The good rows; with their lines, and the turned away among them, as long as lines are told.</summary>
    public IEnumerable<OwnedRow> Read(int linesTold)
    {
        while (Csv.Read())
        {
            if (Csv.IsBlank) continue;
            file.Check.Begin();
            var (row, said) = IsRowGood ? Row() : (null, "");
            if (!file.Check.End(Place.Language)) row = null;
            var told = file.Check.Rows <= linesTold;
            if (told || row is not null && !file.IsLost) yield return new(row, told ? Csv.Line : 0, told ? said : "");
        }
    }

    (object?[]?, string) Row()
    {
        if (customers.Find(Csv.Bytes(customerAt)) is not { } owner)
        {
            var cell = Csv.Cell(customerAt);
            Wrong("customer", cell.Length == 0 ? Words.Of("Say which customer this is.") : Words.Of("There is no customer {0}.", Short(cell)));
            return (null, "");
        }
        Owner = owner;
        var row = new object?[2 + facts.Count + Stamps.Length];
        row[0] = owner.Key;
        for (var i = 0; i < facts.Count; i++)
        {
            at = facts[i].At;
            row[i + 2] = facts[i].Read();
        }
        StampValues.CopyTo(row, 2 + facts.Count);
        current = row;
        Judge();
        if (!IsRowGood) return (null, "");
        var (key, said) = Name();
        if (!seen.Add(Wide(key))) Wrong(NameColumn, Words.Of("{0} stands in this file twice.", Short(said)));
        row[1] = key;
        return (row, said);
    }

    object?[] current = [];
    int at;

    /// <summary>What the row says in a column of the table, once all cells are read.</summary>
    protected object? Value(int column) => column < 0 ? null : current[column];
    protected IEnumerable<object?> Values => current.Take(2 + facts.Count);

    protected abstract string NameColumn { get; }

    protected static UInt128 Wide(Guid key)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    protected void Wrong(string column, Words words) => file.Check.Wrong(column, words);

    /// <summary>The cell being read.</summary>
    protected ReadOnlySpan<byte> Cell => Csv.Bytes(at);
    protected string Header => Csv.Header[at];

    protected string? Text()
    {
        var cell = Cell;
        if (cell.IsEmpty) return null;
        var text = texts.Text(cell);
        if (text.Length > LongestCell) Wrong(Header, Words.Of("At most {0} characters.", LongestCell));
        return text.Length == 0 ? null : text;
    }

    /// <summary>A text that hardly comes again.</summary>
    protected string? Own()
    {
        if (Cell.IsEmpty) return null;
        var text = Csv.Cell(at);
        if (text.Length > LongestCell) Wrong(Header, Words.Of("At most {0} characters.", LongestCell));
        return text.Length == 0 ? null : text;
    }

    protected string? Needed(Words missing)
    {
        var text = Own();
        if (text is null) Wrong(Header, missing);
        return text;
    }

    protected string? Note()
    {
        if (Cell.IsEmpty) return null;
        var text = Csv.Cell(at);
        if (text.Length > LongestNote) Wrong(Header, Words.Of("At most {0} characters.", LongestNote));
        return text.Length == 0 ? null : text;
    }

    protected object? Unit()
    {
        var cell = Cell;
        if (cell.IsEmpty) return null;
        if (Place.Units.Find(cell) is { } unit) return unit.Key;
        Wrong(Header, Words.Of("There is no unit {0}.", Short(Encoding.UTF8.GetString(cell))));
        return null;
    }

    /// <summary>Boxed once for each day.</summary>
    protected object? Day(bool past = false)
    {
        var cell = Cell;
        if (cell.IsEmpty) return null;
        var day = Fast(cell);
        if (day == default)
        {
            var (read, wrong) = FileDay.Read(Csv.Cell(at));
            if (wrong is not null) { Wrong(Header, wrong); return null; }
            day = read;
        }
        if (past && day > Place.Latest) { Wrong(Header, Words.Of("{0:yyyy-MM-dd} lies in the future.", day)); return null; }
        return days.TryGetValue(day.DayNumber, out var known) ? known : days[day.DayNumber] = day;
    }

    protected object? DayNeeded(bool past = false)
    {
        if (Cell.IsEmpty) { Wrong(Header, Words.Of("Say on which day.")); return null; }
        return Day(past);
    }

    // yyyy-MM-dd as almost all files have it.
    static DateOnly Fast(ReadOnlySpan<byte> cell) =>
        cell is [_, _, _, _, (byte)'-', _, _, (byte)'-', _, _] && Utf8Parser.TryParse(cell[..4], out int year, out var y) && y == 4 && Utf8Parser.TryParse(cell[5..7], out int month, out var m) && m == 2
        && Utf8Parser.TryParse(cell[8..], out int date, out var d) && d == 2 && year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month) ? new(year, month, date) : default;

    protected object? Amount(string currency, bool mayBeNegative = false)
    {
        var cell = Cell;
        if (cell.IsEmpty) return null;
        var minor = Utf8Parser.TryParse(cell, out decimal major, out var used) && used == cell.Length ? Money.ToMinor(major, currency) : Money.Read(Narrow.Digits(Csv.Cell(at)), currency);
        if (minor is not { } amount) { Wrong(Header, Words.Of("“{0}” is not an amount such as 1280.50.", Short(Csv.Cell(at)))); return null; }
        if (amount < 0 && !mayBeNegative) { Wrong(Header, Words.Of("An amount is never negative. A return is an event of its own kind, with the amount given back.")); return null; }
        return amount;
    }

    protected static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

/// <param name="Row">Null when it is turned away.</param>
/// <param name="Line">0 when it is not told.</param>
readonly record struct OwnedRow(object?[]? Row, long Line, string Said);

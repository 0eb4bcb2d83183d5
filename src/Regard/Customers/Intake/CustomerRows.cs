using Regard.Files;
using Regard.Organisation;
namespace Regard.Customers.Intake;

/// <summary>Reads the rows of a file of customers and says what is wrong with each.</summary>
sealed class CustomerRows(IntakeFile file, IReadOnlyDictionary<string, Customer> known, IReadOnlyDictionary<Id<Customer>, DateOnly> firstEvents)
{
    const int LongestCell = 300;
    static readonly string[] columns = ["external_id", "name", "email", "phone", "language", "unit", "segment", "since", "kind", "account"];

    readonly int[] at = [.. columns.Select(file.Columns.Find)];
    readonly CellTable segments = new();

    /// <summary>The row, or null with what is wrong told; whether its account can be one is judged elsewhere.</summary>
    public CustomerSaid? Row()
    {
        var externalId = file.Csv.Cell(at[0]);
        if (externalId.Length == 0) { Wrong(0, Words.Of("Say which customer this is.")); return null; }
        for (var i = 0; i < at.Length; i++) if (at[i] >= 0 && file.Csv.Bytes(at[i]).Length > LongestCell && file.Csv.Cell(at[i]).Length > LongestCell) Wrong(i, Words.Of("At most {0} characters.", LongestCell));
        var before = known.GetValueOrDefault(externalId);
        if (before is not null && !file.Place.InCare(before.UnitId)) { Wrong(0, Words.Of("The customer {0} is known, but not in your care.", Short(externalId))); return null; }
        var said = new CustomerSaid
        {
            Line = file.Csv.Line, ExternalId = externalId, Name = Tidy(Cell(1)), Email = Address(Cell(2)), Phone = Number(Cell(3)), LanguageTag = Tag(Cell(4)), UnitId = Unit(before),
            Segment = at[6] < 0 ? null : Some(segments.Text(file.Csv.Bytes(at[6]))), Since = Since(Cell(7), before), Kind = Kind(Cell(8), before), Account = Some(Cell(9)),
        };
        return said;
    }

    string Cell(int i) => file.Csv.Cell(at[i]);
    void Wrong(int column, Words words) => file.Check.Wrong(columns[column], words);
    static string? Some(string text) => text.Length == 0 ? null : text;

    // A line break or two spaces inside a name come from forms and spreadsheets.
    static string? Tidy(string text) => text.Length == 0 ? null : text.AsSpan().ContainsAny("\r\n\t\u3000") || text.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;

    string? Address(string cell)
    {
        if (cell.Length == 0) return null;
        var plain = Email.Plain(Narrow.Digits(cell));
        if (Email.Problems(plain).FirstOrDefault() is { } wrong) Wrong(2, wrong.Words);
        return plain;
    }

    string? Number(string cell)
    {
        if (cell.Length == 0) return null;
        var phone = Phone.Read(cell);
        if (phone is null) Wrong(3, Words.Of("“{0}” is not a phone number such as 138 0013 8000. Give one number only.", Short(cell)));
        return phone;
    }

    string? Tag(string cell)
    {
        if (cell.Length == 0) return null;
        var language = Languages.FromTag(cell);
        if (language is null) Wrong(4, Words.Of("The language {0} is none of zh-Hans, zh-Hant and en.", Short(cell)));
        return language?.Tag();
    }

    Id<Unit>? Unit(Customer? before)
    {
        var cell = at[5] < 0 ? default : file.Csv.Bytes(at[5]);
        if (cell.IsEmpty)
        {
            if (before is null && !file.Place.CaresForAll) Wrong(5, Words.Of("Say which of your units cares for this customer."));
            return null;
        }
        if (file.Place.Units.Find(cell) is { } unit) return unit.Id;
        Wrong(5, Words.Of("There is no unit {0}.", Short(Cell(5))));
        return null;
    }

    DateOnly? Since(string cell, Customer? before)
    {
        if (cell.Length == 0) return null;
        var (day, wrong) = FileDay.Read(cell);
        if (wrong is not null) { Wrong(7, wrong); return null; }
        if (day > file.Place.Latest) Wrong(7, Words.Of("{0:yyyy-MM-dd} lies in the future.", day));
        if (before is not null && day != before.Since && firstEvents.TryGetValue(before.CustomerId, out var first) && first < day)
            Wrong(7, Words.Of("Something happened to this customer on {0:yyyy-MM-dd} already, before {1:yyyy-MM-dd}.", first, day));
        return day;
    }

    CustomerKind? Kind(string cell, Customer? before)
    {
        if (cell.Length == 0) return null;
        var kind = Sayings.Customer(cell);
        if (kind is null) Wrong(8, Words.Of("“{0}” is none of person, account, supplier and partner.", Short(cell)));
        if (kind is { } now && before is not null && now.IsCustomer() != before.Kind.IsCustomer()) Wrong(8, Words.Of("The customer {0} is known as another kind, and stays so: customers do not become suppliers or partners, nor the other way round.", Short(before.ExternalId!)));
        else if (kind == CustomerKind.Person && before?.Kind == CustomerKind.Account) Wrong(8, Words.Of("The customer {0} is known as an account, and stays one.", Short(before.ExternalId!)));
        return kind;
    }

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}

using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Surveys;

/// <summary>Reads the lines of a sample and says what is wrong with each.</summary>
sealed class ContactRows
{
    static readonly string[] columns = ["external_id", "name", "email", "phone", "language", "unit", "segment"];
    const int LongestCell = 300;

    readonly CsvFile file;
    readonly UnitTree tree;
    readonly HashSet<Id<Unit>> care;
    readonly HashSet<string> already;
    readonly RowCheck check;
    readonly int[] at;
    readonly HashSet<string> seen = [];

    public ContactRows(CsvFile file, UnitTree tree, HashSet<Id<Unit>> care, HashSet<string> already, RowCheck check)
    {
        (this.file, this.tree, this.care, this.already, this.check) = (file, tree, care, already, check);
        at = [.. columns.Select(file.Column)];
        var missing = new[] { "external_id", "unit" }.Where(c => file.Column(c) < 0).ToList();
        if (missing.Count > 0) throw new Invalid([.. missing.Select(m => new Problem("File", "The column {0} is missing.", m))]);
    }

    public IReadOnlyList<string> UnknownColumns => [.. file.Header.Where(h => h.Length > 0 && !columns.Contains(h, StringComparer.OrdinalIgnoreCase))];

    /// <summary>The good rows.</summary>
    public List<Contact> Read(Language language)
    {
        var contacts = new List<Contact>();
        while (file.Read())
        {
            check.Begin();
            var contact = check.IsRowGood ? Row() : null;
            if (check.End(language)) contacts.Add(contact!);
        }
        return contacts;
    }

    Contact Row()
    {
        var cells = at.Select(file.Cell).ToArray();
        var (externalId, email, language, unitCode) = (cells[0], cells[2], cells[4], cells[5]);
        if (externalId.Length == 0) check.Wrong("external_id", Words.Of("Say which customer this is."));
        else if (!seen.Add(externalId)) check.Wrong("external_id", Words.Of("The customer {0} stands in this file twice.", externalId));
        else if (already.Contains(externalId)) check.Wrong("external_id", Words.Of("The customer {0} is in the sample of this wave already.", externalId));
        if (email.Length > 0 && Email.Problems(email).FirstOrDefault() is { } wrong) check.Wrong("email", wrong.Words);
        if (language.Length > 0 && Languages.FromTag(language) is null) check.Wrong("language", Words.Of("The language {0} is none of zh-Hans, zh-Hant and en.", language));
        var unit = tree.FindCode(unitCode);
        if (unit is null || !care.Contains(unit.Id)) check.Wrong("unit", unitCode.Length == 0 ? Words.Of("Say which unit this is about.") : Words.Of("There is no unit {0}.", unitCode));
        for (var i = 0; i < cells.Length; i++) if (cells[i].Length > LongestCell) check.Wrong(columns[i], Words.Of("At most {0} characters.", LongestCell));
        return new()
        {
            ExternalId = externalId, Name = Some(cells[1]), Email = Some(Email.Plain(email)), Phone = Customers.Intake.Phone.Read(cells[3]) ?? Some(cells[3]),
            LanguageTag = Languages.FromTag(language)?.Tag(), UnitId = unit?.Id ?? default, Segment = cells[6],
        };
    }

    static string? Some(string cell) => cell.Length == 0 ? null : cell;
}

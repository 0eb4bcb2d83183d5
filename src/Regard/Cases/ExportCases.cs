using System.Globalization;
using System.Text;
using Regard.Files;
namespace Regard.Cases;

/// <summary>Writes a list of cases as CSV, one row each, masked where the reader may not see who it is.</summary>
/// <param name="To">Written as the rows are read; UTF-8 with byte order mark, as spreadsheets like it.</param>
public sealed record ExportCases(CaseExportPass Pass, Stream To) : Question<long>
{
    const int AtOnce = 1000, MostFound = 100_000;

    internal override Permission Needs => Permission.SeeCases;

    internal override async Task<long> Run(Session s)
    {
        await using var csv = new StreamWriter(To, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await csv.WriteAsync(CsvCell.Line("number", "title", "kind", "channel", "state", "severity", "anger", "grade", "unit", "owner", "contact", "created_at", "due_at", "closed_at", "late", "hand_overs"));
        var rows = 0L;
        string? after = null;
        do
        {
            var page = await new ListCases(Pass.Filter, Pass.Sort, after, Pass.Filter.Query is null ? AtOnce : MostFound) { MostFound = MostFound }.Run(s);
            foreach (var r in page.Rows)
                await csv.WriteAsync(CsvCell.Line(Said(r.Number), r.Title, r.Kind.ToString(), r.Channel.ToString(), r.State.ToString(), r.Severity.ToString(), Said(r.Anger), r.Grade, r.UnitName, r.OwnerName, r.ContactName,
                    Said(r.CreatedAt), Said(r.DueAt), Said(r.ClosedAt), r.IsLate(page.Now) ? "yes" : "no", Said(r.HandOvers)));
            (rows, after) = (rows + page.Rows.Count, page.Next);
        }
        while (after is not null);
        return rows;
    }

    static string? Said(IFormattable? value) => value?.ToString(value is DateTimeOffset ? "yyyy-MM-dd'T'HH:mm:sszzz" : null, CultureInfo.InvariantCulture);
}

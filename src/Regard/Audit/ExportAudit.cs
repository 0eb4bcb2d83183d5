using System.Text;
using Regard.Files;
namespace Regard.Audit;

/// <summary>The trail as CSV, newest first.</summary>
public sealed record ExportAudit(AuditFilter Filter) : Question<string>
{
    const int Most = 200_000;

    internal override Permission Needs => Permission.SeeAudit;
    internal override IEnumerable<Problem> Check() => Filter.Problems();

    internal override async Task<string> Run(Session s)
    {
        await AuditStore.MustSeeAll(s);
        var rows = await AuditStore.Find(s, Filter, long.MaxValue, Most + 1);
        if (rows.Count > Most) throw new Refused("That is more than {0} rows. Narrow the days and export in parts.", Most);
        var csv = new StringBuilder(CsvCell.Line("number", "at", "person", "origin", "operation", "subject", "outcome", "words"));
        foreach (var r in rows) csv.Append(CsvCell.Line($"{r.Number}", $"{r.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}", r.PersonName, r.Origin, r.Operation, r.Subject, $"{r.Outcome}", r.Words));
        return csv.ToString();
    }
}

using System.Globalization;
using System.Text;
using Regard.Files;
namespace Regard.Customers;

/// <summary>Writes a list of customers as CSV, one row each, masked where the reader may not see who it is.</summary>
/// <param name="To">Written as the rows are read; UTF-8 with byte order mark, as spreadsheets like it.</param>
public sealed record ExportCustomers(ExportPass Pass, Stream To) : Question<long>
{
    internal override Permission Needs => Permission.SeeCustomers;

    internal override async Task<long> Run(Session s)
    {
        var sight = await CustomerSight.Of(s);
        var currency = await Currency.Of(s);
        await using var csv = new StreamWriter(To, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await csv.WriteAsync(CsvCell.Line("number", "kind", "name", "phone", "unit", "segment", "since", "grade", "state", "loyalty_type", "worth", "spent", "currency", "last_purchase", "next_from", "next_day", "next_until", "alive", "lifetime_median"));
        var rows = 0L;
        await foreach (var row in Rows(s, sight))
        {
            var r = row.SeenBy(sight);
            await csv.WriteAsync(CsvCell.Line(
                Said(r.Number), r.Kind.ToString(), r.Name, r.Phone, r.UnitId is { } unit ? sight.Tree.Find(unit)?.Code : null, r.Segment, Said(r.Since), r.Grade, r.State?.ToString(), r.LoyaltyType?.ToString(),
                Amount(r.Worth, currency), Amount(r.Spent, currency), currency, Said(r.LastDay), Said(r.NextFrom), Said(r.NextDay), Said(r.NextUntil), r.Alive?.ToString("0.####", CultureInfo.InvariantCulture), Amount(r.Lifetime, currency)));
            rows++;
        }
        return rows;
    }

    async IAsyncEnumerable<CustomerRow> Rows(Session s, CustomerSight sight)
    {
        var filter = await Pass.Filter.Resolved(s);
        if (string.IsNullOrWhiteSpace(filter.Query)) await foreach (var row in CustomerList.All(s, sight, filter, Pass.Sort)) yield return row;
        else foreach (var row in (await CustomerSearch.Page(s, sight, filter, 0, FindCustomers.MostFound)).Rows) yield return row;
    }

    static string? Said(IFormattable? value) => value?.ToString(value is DateOnly ? "yyyy-MM-dd" : null, CultureInfo.InvariantCulture);

    static string? Amount(double? minor, string? currency) => minor is { } m && currency is not null
        ? Math.Round((decimal)m / (decimal)Math.Pow(10, Money.Decimals(currency)), Money.Decimals(currency)).ToString(CultureInfo.InvariantCulture) : null;
}

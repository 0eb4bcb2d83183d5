using System.Globalization;
using System.Text;
using Regard.Customers;
using Regard.Files;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>The customers at risk as CSV, the most at stake first; noted in the trail, because a list of customers leaves the house.</summary>
public sealed record ExportRisk(Id<Unit>? UnitId = null, string? Grade = null, string? Segment = null) : Change<string>
{
    const int Most = 100_000;

    internal override Permission Needs => Permission.SeeCustomers;
    internal override string Subject => $"{UnitId} {Grade} {Segment}".Trim();

    internal override async Task<string> Run(Session s)
    {
        var asked = await RiskRowsAsked.Of(s, (await LoyaltyPlace.Of(s, UnitId)).Unit.Id, Grade, Segment);
        if (await asked.Count(s) > Most) throw new Refused("That is more than {0} rows. Narrow it down and export in parts.", Most);
        var currency = await Currency.Of(s);
        var csv = new StringBuilder(CsvCell.Line("number", "name", "phone", "unit", "grade", "segment", "last_purchase", "risk", "stake", "currency", "reasons"));
        foreach (var r in await asked.Rows(s, Most, 0))
            csv.Append(CsvCell.Line(Plain(r.Number), r.Name, r.Phone, r.UnitName, r.Grade, r.Segment, r.LastDay?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Plain(r.Risk), Major(r.Stake, currency), currency, string.Join("; ", r.Causes.Select(Plain))));
        return csv.ToString();
    }

    static string Plain(RiskCause cause) => $"{cause.Feature}{(cause.Level ?? (cause.Value is { } v ? Plain(v) : null)) switch { { Length: > 0 } said => $" {said}", _ => "" }} {(cause.Raises ? "↑" : "↓")}";
    static string Plain(IFormattable number) => number.ToString(number is double ? "0.####" : null, CultureInfo.InvariantCulture);
    static string Major(double minor, string? currency) => Plain(Math.Round(minor / Math.Pow(10, Money.Decimals(currency ?? "")), 2));
}

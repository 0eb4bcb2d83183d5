using System.Globalization;
namespace Regard.Customers;

/// <summary>How a list of customers is ordered, and where the next page begins.</summary>
/// <param name="Column">Rows without a value in it are not in the list.</param>
sealed record CustomerOrder(string Column, string Key, bool Falling, Func<CustomerRow, string> Mark, Func<string, object?> Read)
{
    public static CustomerOrder Of(CustomerSort sort) => sort switch
    {
        CustomerSort.Worth => new("g.worth", "g.customer_id", true, r => r.Worth!.Value.ToString("R", CultureInfo.InvariantCulture), text => double.TryParse(text, CultureInfo.InvariantCulture, out var worth) ? worth : null),
        CustomerSort.LastPurchase => new("g.last_day", "g.customer_id", true, r => Iso(r.LastDay), Day),
        CustomerSort.NextPurchase => new("g.next_day", "g.customer_id", false, r => Iso(r.NextDay), Day),
        _ => new("c.number", "c.customer_id", true, r => r.Number.ToString(CultureInfo.InvariantCulture), text => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null),
    };

    public bool IsByStanding => Column.StartsWith("g.", StringComparison.Ordinal);
    public string By => Falling ? $"order by {Column} desc, {Key} desc" : $"order by {Column}, {Key}";
    public string Beyond => $"({Column}, {Key}) {(Falling ? "<" : ">")} (@mark, @markKey)";

    public string Next(CustomerRow last) => $"{Mark(last)}~{last.CustomerId}";

    /// <summary>Refuses what no page handed out.</summary>
    public void Begin(string after, Dictionary<string, object> values)
    {
        var halves = after.Split('~');
        if (halves.Length != 2 || Read(halves[0]) is not { } mark || !Id<Customer>.TryParse(halves[1], null, out var key)) throw new Invalid("After", "There is no such page of the list.");
        (values["mark"], values["markKey"]) = (mark, key);
    }

    static string Iso(DateOnly? day) => day!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static object? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

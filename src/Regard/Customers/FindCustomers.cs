using System.Globalization;
using Regard.Loyalty;
namespace Regard.Customers;

/// <summary>Customers in the caller's care: those found by a query, best fit first; or all that fit the filter, a page at a time.</summary>
/// <param name="After">What the page before said comes next.</param>
public sealed record FindCustomers(CustomerFilter Filter, CustomerSort Sort = CustomerSort.Worth, string? After = null, int Size = 50) : Question<CustomersFound>
{
    /// <summary>More than these are not counted, and a query does not look through more.</summary>
    public const int MostCounted = 10_000, MostCountedFiltered = 2_000, MostFound = 500;

    internal override Permission Needs => Permission.SeeCustomers;

    internal override IEnumerable<Problem> Check() => Size is < 1 or > 1000
        ? [.. Filter.Problems(), new Problem(nameof(Size), "A page holds 1 to {0} rows.", 1000)]
        : Filter.Problems();

    internal override async Task<CustomersFound> Run(Session s)
    {
        var sight = await CustomerSight.Of(s);
        if (Filter.Unit is { } unit && !sight.Sees(unit)) throw new NotFound("There is no such unit in your care.");
        var filter = await Filter.Resolved(s);
        var page = string.IsNullOrWhiteSpace(filter.Query) ? await CustomerList.Page(s, sight, filter, Sort, After, Size) : await CustomerSearch.Page(s, sight, filter, Start, Size);
        return page with
        {
            Rows = [.. page.Rows.Select(r => r.SeenBy(sight))],
            WorkedOutAsOf = await s.Maybe<DateOnly?>("select as_of from workings order by number desc limit 1"),
            Currency = await Currency.Of(s),
            Segments = await CustomerList.Segments(s),
            IsAnyThere = page.Rows.Count > 0 || await CustomerList.IsAnyThere(s, sight),
            FindsByNames = sight.SeesAnyNames,
        };
    }

    int Start => int.TryParse(After, CultureInfo.InvariantCulture, out var start) && start is >= 0 and <= MostFound ? start : 0;
}

public sealed record CustomersFound
{
    public required IReadOnlyList<CustomerRow> Rows { get; init; }
    /// <summary>Ask for this to read on; null on the last page.</summary>
    public string? Next { get; init; }
    public required int Count { get; init; }
    /// <summary>There are more than counted.</summary>
    public required bool IsMore { get; init; }
    /// <summary>The day of the last working out of grades and figures; null before the first.</summary>
    public DateOnly? WorkedOutAsOf { get; init; }
    public string? Currency { get; init; }
    public IReadOnlyList<string> Segments { get; init; } = [];
    /// <summary>False when there is no customer in the caller's care at all.</summary>
    public bool IsAnyThere { get; init; }
    public bool FindsByNames { get; init; }
}

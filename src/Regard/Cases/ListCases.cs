using System.Globalization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Cases in the caller's sight, a page at a time.</summary>
/// <param name="After">What the page before said comes next.</param>
public sealed record ListCases(CaseFilter Filter, CaseSort Sort = CaseSort.Due, string? After = null, int Size = 50) : Question<CasesFound>
{
    /// <summary>More than these are not counted.</summary>
    public const int MostCounted = 1000;
    /// <summary>A search looks through the newest so many that have the words.</summary>
    const int MostFound = 500;

    internal override Permission Needs => Permission.SignedIn;

    internal override IEnumerable<Problem> Check() => Size is < 1 or > 1000 ? [.. Filter.Problems(), new Problem(nameof(Size), "A page holds 1 to {0} rows.", 1000)] : Filter.Problems();

    internal override async Task<CasesFound> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        if (Filter.Unit is { } unit && !sight.Cares(unit)) throw new NotFound("There is no such unit in your care.");
        var values = new Dictionary<string, object?>();
        var conditions = Filter.Conditions(s, values).ToList();
        conditions.Add(Filter.Offered ? Offers(s, values) : sight.Within(s, values, Filter.Unit));
        if (Filter.Offered && Filter.Unit is not null) conditions.Add(sight.Within(s, values, Filter.Unit));
        if (!string.IsNullOrWhiteSpace(Filter.Query)) conditions.Add(await Searched(s, sight, values));
        var where = string.Join(" and ", conditions);
        var count = await s.Value<long>($"select count(*) from (select 1 as x from cases c where {where} limit {MostCounted + 1}) few", values);
        var start = int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : 0;
        (values["size"], values["start"]) = (Size + 1, start);
        var rows = await s.Many<CaseRow>($"""
            select {CaseRow.Columns} from (select c.* from cases c where {where} order by {Order} limit @size offset @start) c
            join units u on u.id = c.unit_id join people o on o.id = c.owner_id order by {Order}
            """.Replace("c.*", CaseRow.Inner, StringComparison.Ordinal), values);
        return new()
        {
            Rows = [.. rows.Take(Size).Select(r => r.SeenBy(sight))], Next = rows.Count > Size ? (start + Size).ToString(CultureInfo.InvariantCulture) : null,
            Count = (int)Math.Min(count, MostCounted), IsMore = count > MostCounted, Now = s.Now,
        };
    }

    string Order => Sort switch
    {
        CaseSort.Due => "c.due_at is null, c.due_at, c.number",
        CaseSort.Oldest => "c.number",
        _ => "c.number desc",
    };

    static string Offers(Session s, Dictionary<string, object?> values)
    {
        values["offeree"] = s.Caller.Person;
        return "(c.customer_id, c.id) in (select customer_id, case_id from case_handovers where to_id = @offeree and answered_at is null)";
    }

    /// <summary>By its number, or by the words said in it.</summary>
    async Task<string> Searched(Session s, CaseSight sight, Dictionary<string, object?> values)
    {
        var query = Filter.Query!.Trim();
        if (long.TryParse(query.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && await s.Maybe<long?>("select number from case_numbers where number = @number", new { number }) is not null)
        {
            values["number"] = number;
            return "c.number = @number";
        }
        var units = sight.IsWhole ? [] : sight.Units.Select(CustomerWords.OfUnit).ToList();
        foreach (var asked in CustomerWords.Asked(query))
        {
            values["found"] = s.Dialect.Search(asked, s.Caller.Person is null ? units : []);
            return s.Dialect.FoundByCaseWords;
        }
        return "1 = 0";
    }
}

public sealed record CasesFound
{
    public required IReadOnlyList<CaseRow> Rows { get; init; }
    public string? Next { get; init; }
    public required int Count { get; init; }
    /// <summary>There are more than counted.</summary>
    public required bool IsMore { get; init; }
    public required DateTimeOffset Now { get; init; }
}

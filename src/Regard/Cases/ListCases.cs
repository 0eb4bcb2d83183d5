using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Cases in the caller's sight, a page at a time. Of those that have the words searched for, the newest.</summary>
/// <param name="After">What the page before said comes next.</param>
public sealed record ListCases(CaseFilter Filter, CaseSort Sort = CaseSort.Due, string? After = null, int Size = 50) : Question<CasesFound>
{
    /// <summary>More than these are not counted, nor found by a search.</summary>
    public const int MostCounted = 1000;

    internal int MostFound { get; init; } = MostCounted;

    internal override Permission Needs => Permission.SignedIn;

    internal override IEnumerable<Problem> Check() => Size is < 1 or > 1000 ? [.. Filter.Problems(), new Problem(nameof(Size), "A page holds 1 to {0} rows.", 1000)] : Filter.Problems();

    internal override async Task<CasesFound> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        var (values, order) = (new Dictionary<string, object?>(), CaseOrder.Of(Sort, Filter));
        var where = Where(s, sight, values);
        var after = CaseMark.Parse(After);
        if (await IsSearch(s, values))
        {
            var found = await CaseSearch.Newest(s, sight, Filter, where, values, MostFound + 1);
            var page = order.In(found.Take(MostFound)).Where(r => after is null || order.IsBeyond(r, after)).Take(Size + 1).ToList();
            return Found(s, sight, page, found.Count, MostFound);
        }
        if (values.ContainsKey("number")) where += " and c.number = @number";
        var from = From(s, sight, values, where);
        return Found(s, sight, await order.Page(s, from, values, after, Size + 1), await order.Count(s, from, values, MostCounted + 1), MostCounted);
    }

    /// <summary>How many there are, up to as many as are counted.</summary>
    internal async Task<int> Count(Session s, CaseSight sight)
    {
        var values = new Dictionary<string, object?>();
        return await CaseOrder.Of(Sort, Filter).Count(s, From(s, sight, values, Where(s, sight, values)), values, MostCounted);
    }

    /// <summary>What names a few cases by itself is read from there.</summary>
    string From(Session s, CaseSight sight, Dictionary<string, object?> values, string where)
    {
        var (tables, joined) = Filter.IsOfFew || values.ContainsKey("number") ? ("cases c", "") : sight.From(s, Filter.Open);
        return $"from {tables} where {joined}{where}";
    }

    string Where(Session s, CaseSight sight, Dictionary<string, object?> values)
    {
        if (Filter.Unit is { } unit && !sight.Cares(unit)) throw new NotFound("There is no such unit in your care.");
        var conditions = Filter.Conditions(s, values).ToList();
        if (Filter.Offered) conditions.Add(Offers(s, values));
        if (!Filter.Offered || Filter.Unit is not null) conditions.Add(sight.Within(s, values, Filter.Unit));
        return string.Join(" and ", conditions);
    }

    /// <summary>Whether words are searched for; a number that a case has is taken for that.</summary>
    async Task<bool> IsSearch(Session s, Dictionary<string, object?> values)
    {
        if (string.IsNullOrWhiteSpace(Filter.Query)) return false;
        if (CaseSearch.Number(Filter.Query) is not { } number || await s.Maybe<long?>("select number from case_numbers where number = @number", new { number }) is null) return true;
        values["number"] = number;
        return false;
    }

    CasesFound Found(Session s, CaseSight sight, List<CaseRow> rows, int count, int most) => new()
    {
        Rows = [.. rows.Take(Size).Select(r => r.SeenBy(sight))], Next = rows.Count > Size ? CaseMark.Of(rows[Size - 1]).ToString() : null, Count = Math.Min(count, most), IsMore = count > most, Now = s.Now,
    };

    static string Offers(Session s, Dictionary<string, object?> values)
    {
        values["offeree"] = s.Caller.Person;
        return "(c.customer_id, c.id) in (select customer_id, case_id from case_handovers where to_id = @offeree and answered_at is null)";
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

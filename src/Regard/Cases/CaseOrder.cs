using System.Globalization;
namespace Regard.Cases;

/// <summary>The last case of a page, by which the next one is found however far down it is.</summary>
sealed record CaseMark(long Number, DateTimeOffset? DueAt)
{
    public static CaseMark Of(CaseRow row) => new(row.Number, row.DueAt);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}{(DueAt is { } due ? $".{due.ToUnixTimeMilliseconds()}" : "")}");

    public static CaseMark? Parse(string? text)
    {
        var parts = (text ?? "").Split('.');
        static bool Read(string part, out long number) => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 1L << 47;
        if (parts.Length > 2 || !Read(parts[0], out var number)) return null;
        return parts.Length == 1 ? new(number, null) : Read(parts[1], out var due) ? new(number, DateTimeOffset.FromUnixTimeMilliseconds(due)) : null;
    }
}

/// <summary>In which order cases are listed, read so that a page costs what is on it.</summary>
/// <param name="IsLate">Late ones alone are listed.</param>
sealed record CaseOrder(CaseSort Sort, bool IsLate)
{
    const string ByDue = "c.due_at, c.number", Upwards = "c.number", Downwards = "c.number desc";

    /// <summary>Nothing is due of what is over.</summary>
    public static CaseOrder Of(CaseSort sort, CaseFilter filter) => new(sort == CaseSort.Due && filter.State is CaseState.Closed or CaseState.Merged ? CaseSort.Newest : sort, filter.Overdue);

    string By => Sort switch { CaseSort.Due => ByDue, CaseSort.Oldest => Upwards, _ => Downwards };

    /// <summary>In the order of an index, for the database does not know that the open ones are the last it was given.</summary>
    public async Task<int> Count(Session s, string from, Dictionary<string, object?> values, int most) =>
        (int)await s.Value<long>($"select count(*) from (select 1 as x {from} order by {(IsLate ? ByDue : Downwards)} limit {most}) few", values);

    public async Task<List<CaseRow>> Page(Session s, string from, Dictionary<string, object?> values, CaseMark? after, int size)
    {
        if (after is not null) (values["afterNumber"], values["afterDue"]) = (after.Number, after.DueAt);
        if (Sort != CaseSort.Due) return await Read(s, $"{from}{(after is null ? "" : Sort == CaseSort.Oldest ? " and c.number > @afterNumber" : " and c.number < @afterNumber")}", By, values, size);
        // What nothing runs for comes last.
        var rows = after is { DueAt: null } ? [] : await Read(s, $"{from} and c.due_at is not null{(after is null ? "" : " and (c.due_at, c.number) > (@afterDue, @afterNumber)")}", ByDue, values, size);
        if (rows.Count < size && !IsLate) rows.AddRange(await Read(s, $"{from} and c.due_at is null{(after is { DueAt: null } ? " and c.number > @afterNumber" : "")}", Upwards, values, size - rows.Count));
        return rows;
    }

    static Task<List<CaseRow>> Read(Session s, string from, string by, Dictionary<string, object?> values, int size) => s.Many<CaseRow>($"""
        select {CaseRow.Columns} from (select {CaseRow.Inner} {from} order by {by} limit {size}) c
        join units u on u.id = c.unit_id join people o on o.id = c.owner_id order by {by}
        """, values);

    /// <summary>The same order, of cases that are at hand.</summary>
    public IEnumerable<CaseRow> In(IEnumerable<CaseRow> rows) => Sort switch
    {
        CaseSort.Due => rows.OrderBy(r => r.DueAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Number),
        CaseSort.Oldest => rows.OrderBy(r => r.Number),
        _ => rows.OrderByDescending(r => r.Number),
    };

    public bool IsBeyond(CaseRow row, CaseMark mark) => Sort switch
    {
        CaseSort.Due => (row.DueAt ?? DateTimeOffset.MaxValue, row.Number).CompareTo((mark.DueAt ?? DateTimeOffset.MaxValue, mark.Number)) > 0,
        CaseSort.Oldest => row.Number > mark.Number,
        _ => row.Number < mark.Number,
    };
}

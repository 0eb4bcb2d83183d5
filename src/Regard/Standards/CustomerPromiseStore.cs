using System.Collections;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Standards;

static class CustomerPromiseStore
{
    public const string Select = """
        select m.customer_id, m.id, m.unit_id, u.name as unit_name, m.words, m.indicator_code, b.name as promised_by, m.promised_at, m.due_at, m.due_on, m.outcome, m.note, m.case_number, p.name as settled_by, m.settled_at
        from customer_promises m join units u on u.id = m.unit_id join people b on b.id = m.promised_by left join people p on p.id = m.settled_by
        """;

    /// <summary>Of a customer under any of its keys: the open ones first by when they are due, then the newest.</summary>
    public static async Task<IReadOnlyList<CustomerPromise>> Of(Session s, IEnumerable keys) =>
        [.. (await s.Many<CustomerPromise>($"{Select} where {s.Dialect.Among("m.customer_id", "keys")}", new Dictionary<string, object> { ["keys"] = keys })).OrderBy(m => !m.IsOpen).ThenBy(m => m.IsOpen ? m.DueAt : default).ThenByDescending(m => m.SettledAt)];

    public static async Task<CustomerPromise> Find(Session s, Id<CustomerPromise> id, IEnumerable keys) =>
        (await s.Many<CustomerPromise>($"{Select} where m.id = @id and {s.Dialect.Among("m.customer_id", "keys")}", new Dictionary<string, object> { ["id"] = id, ["keys"] = keys })) is [var found] ? found : throw new NotFound("There is no such promise.");

    /// <summary>How many came to an end since a day, and how many of them were kept, by unit and indicator.</summary>
    public static async Task<IReadOnlyList<PromiseTally>> Since(Session s, DateOnly from) => await s.Many<PromiseTally>("""
        select unit_id, indicator_code, count(case when outcome = 'Kept' then 1 end) as kept, count(*) as n from customer_promises where outcome is not null and settled_at >= @from group by unit_id, indicator_code
        """, new { from = new DateTimeOffset(from, default, TimeSpan.Zero) });
}

sealed record PromiseTally
{
    public required Id<Unit> UnitId { get; init; }
    public string? IndicatorCode { get; init; }
    public required long Kept { get; init; }
    public required long N { get; init; }

    public static PromiseTally Of(PromiseCheck c) => new() { UnitId = c.UnitId, Kept = c.Kept ? 1 : 0, N = 1 };
}

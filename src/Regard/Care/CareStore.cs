using System.Text.Json;
using Regard.Cases;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Care;

static class CareStore
{
    public static Words Missing { get; } = Words.Of("There is no such remedy.");

    public const string Select = """
        select g.customer_id, g.id, g.case_id, g.case_number, g.unit_id, g.kind, g.words, g.amount, g.state, g.grade, g.cause, g.fault, g.limit_then, g.reasons as reason_list, g.asked_by, a.name as asker_name, g.asked_at,
          g.approver_id, v.name as approver_name, j.name as judged_by_name, g.judged_at, g.judged_words, g.granted_at, g.delivered_at, g.proof_id, g.undone_at, g.undone_because
        from gestures g join people a on a.id = g.asked_by left join people v on v.id = g.approver_id left join people j on j.id = g.judged_by
        """;

    public static async Task<(long Number, AuthorityRules Rules)> RulesNow(Session s) =>
        await s.Maybe<RulesRow>("select number, document from authority_rules order by number desc limit 1") is { } row ? (row.Number, AuthorityRules.Read(row.Document)) : (0, AuthorityRules.None);

    public static async Task<IReadOnlyList<Gesture>> OfCase(Session s, Case c) =>
        await s.Many<Gesture>($"{Select} where g.customer_id = @CustomerId and g.case_id = @Id order by g.asked_at, g.id", new { c.CustomerId, c.Id });

    public static async Task<Gesture> Find(Session s, Id<Customer> customer, Id<Gesture> id) =>
        await s.One<Gesture>($"{Select} where g.customer_id = @customer and g.id = @id", new { customer, id }, Missing);

    /// <summary>What a person has given at once in the month of a moment, without asking anybody.</summary>
    public static Task<long> SpentInMonth(Session s, Id<Person> person, DateTimeOffset at) => s.Value<long>($"""
        select coalesce(sum(amount), 0) from gestures where asked_by = @person and reasons = '' and {GivenInMonth}
        """, new { person, from = Begin(at), until = Begin(at).AddMonths(1) });

    /// <summary>What may still be given in the unit this month; null where no budget was set for it.</summary>
    public static async Task<long?> BudgetLeft(Session s, Id<Unit> unit, DateTimeOffset at)
    {
        var budget = await s.Maybe<long?>("select amount from gesture_budgets where unit_id = @unit and from_month <= @month order by from_month desc limit 1", new { unit, month = Month(at) });
        if (budget is not { } amount) return null;
        return amount - await s.Value<long>($"select coalesce(sum(amount), 0) from gestures where unit_id = @unit and {GivenInMonth}", new { unit, from = Begin(at), until = Begin(at).AddMonths(1) });
    }

    const string GivenInMonth = "state in ('Granted', 'Delivered') and granted_at >= @from and granted_at < @until";

    public static DateOnly Month(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);
    static DateTimeOffset Begin(DateTimeOffset at) => new(Month(at), default, TimeSpan.Zero);

    sealed record RulesRow
    {
        public required long Number { get; init; }
        public required string Document { get; init; }
    }
}

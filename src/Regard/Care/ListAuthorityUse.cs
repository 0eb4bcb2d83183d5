using Regard.Organisation;
namespace Regard.Care;

/// <summary>Who used authority in the units in care over the last days, compared with each other.</summary>
public sealed record ListAuthorityUse(Id<Unit>? Unit = null, int Days = 90) : Question<AuthorityUses>
{
    internal override Permission Needs => Permission.ManageCases;

    internal override IEnumerable<Problem> Check()
    {
        if (Days is < 7 or > 366) yield return new(nameof(Days), "Between {0} and {1} days.", 7, 366);
    }

    internal override async Task<AuthorityUses> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        if (Unit is { } asked && !care.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var units = (Unit is { } top ? tree.Under(top) : tree.All).Where(u => care.Contains(u.Id));
        var rows = await s.Many<AuthorityUse>($"""
            select t.asked_by as person_id, p.name, cast(sum(t.asked) as bigint) as asked, cast(sum(t.at_once) as bigint) as at_once, cast(sum(t.amount) as bigint) as amount, cast(sum(t.near_limit) as bigint) as near_limit, cast(sum(t.taken_back) as bigint) as taken_back, max(t.given) as most_to_one
            from (
              select g.asked_by, g.customer_id, count(*) as asked, cast(sum(case when g.reasons = '' then 1 else 0 end) as bigint) as at_once, cast(sum(case when g.state in ('Granted', 'Delivered') then g.amount else 0 end) as bigint) as amount,
                cast(sum(case when g.reasons = '' and g.limit_then > 0 and g.amount * 10 >= g.limit_then * 9 then 1 else 0 end) as bigint) as near_limit,
                cast(sum(case when g.state = 'Undone' then 1 else 0 end) as bigint) as taken_back, cast(sum(case when g.state in ('Granted', 'Delivered') then 1 else 0 end) as bigint) as given
              from gestures g where {s.Dialect.Among("g.unit_id", "units")} and g.asked_at >= @from and g.amount > 0 group by g.asked_by, g.customer_id
            ) t join people p on p.id = t.asked_by group by t.asked_by, p.name order by sum(t.amount) desc, p.name
            """, new Dictionary<string, object> { ["units"] = s.Dialect.Keys(units.Select(u => u.Id.Value)), ["from"] = s.Now.AddDays(-Days) });
        return new(Days, await Customers.Currency.Of(s), MisuseSignals.Find(rows));
    }
}

public sealed record AuthorityUses(int Days, string? Currency, IReadOnlyList<AuthorityUse> People);

using Regard.Customers;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>What a unit may give away in each month, from one on.</summary>
public sealed record SetBudget(Id<Unit> UnitId, DateOnly FromMonth, long Amount) : Change<Done>
{
    internal override Permission Needs => Permission.EditCaseRules;
    internal override string Subject => $"{UnitId} {FromMonth:yyyy-MM} {Amount}";

    internal override IEnumerable<Problem> Check()
    {
        if (Amount is < 0 or > AuthorityRules.Most) yield return new(nameof(Amount), "Amounts lie between zero and a billion.");
        if (FromMonth.Day != 1) yield return new(nameof(FromMonth), "A budget begins on the first of a month.");
    }

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        if (FromMonth < CareStore.Month(s.Now)) throw new Invalid(nameof(FromMonth), "The month is over already.");
        if (await Currency.Of(s) is null) throw new Refused("Nobody has said yet which currency the company's amounts are in. Set the authorities first.");
        await s.Write("""
            insert into gesture_budgets (unit_id, from_month, amount, set_by, set_at) values (@UnitId, @FromMonth, @Amount, @Person, @Now)
            on conflict (unit_id, from_month) do update set amount = @Amount, set_by = @Person, set_at = @Now
            """, new { UnitId, FromMonth, Amount, s.Caller.Person, s.Now });
        return default;
    }
}

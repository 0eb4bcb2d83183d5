using Regard.Customers;
using Regard.Organisation;
namespace Regard.Care;

/// <summary>Says who may give what without asking, from now on; what was decided keeps the rules it was decided by.</summary>
public sealed record SetAuthorities(string Currency, AuthorityRules Rules) : Change<long>
{
    internal override Permission Needs => Permission.EditCaseRules;
    internal override string Subject => string.Join("; ", Rules.Rows.Select(a => $"{a.Role} {a.Grade} {a.Cause} {a.Limit} {a.MonthlyPool}"));
    internal override IEnumerable<Problem> Check() => Rules.Problems();

    internal override async Task<long> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        await Customers.Currency.Settle(s, Currency);
        var number = await s.NextNumber("authority-rules");
        await s.Write("insert into authority_rules (number, document, made_by, made_at) values (@number, @document, @Person, @Now)", new { number, document = Rules.Write(), s.Caller.Person, s.Now });
        return number;
    }
}

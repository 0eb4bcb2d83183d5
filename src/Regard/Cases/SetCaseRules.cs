namespace Regard.Cases;

/// <summary>New clocks, limits and follow-ups, for cases heard from now on.</summary>
public sealed record SetCaseRules(CaseRules Rules) : Change<long>
{
    internal override Permission Needs => Permission.EditCaseRules;
    internal override IEnumerable<Problem> Check() => Rules.Problems();

    internal override async Task<long> Run(Session s)
    {
        var number = await s.NextNumber("case-rules");
        await s.Write("insert into case_rules (number, document, made_by, made_at) values (@number, @document, @Person, @Now)", new { number, document = Rules.Write(), s.Caller.Person, s.Now });
        return number;
    }
}

using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>Customers who asked for a superior.</summary>
static class CaseEscalations
{
    public const string Select = """
        select e.number, e.id, u.name as unit_name, e.to_id, p.name as to_name, e.words, e.asked_at, e.due_at from case_escalations e join units u on u.id = e.unit_id join people p on p.id = e.to_id
        """;

    public static async Task<IReadOnlyList<CaseEscalation>> Of(Session s, Case c) => await s.Many<CaseEscalation>($"{Select} where e.customer_id = @CustomerId and e.case_id = @Id order by e.number", new { c.CustomerId, c.Id });

    /// <summary>The matter goes to the next head up the tree; the owner stays the owner, and the head's time runs.</summary>
    public static async Task<Case> Raise(Session s, Case c, string words)
    {
        var before = await Of(s, c);
        var clocks = await CaseClockStore.Of(s, c);
        if (before.Count > 0 && clocks.All.Any(k => k.Kind == ClockKind.Superior && k.At(s.Now).Outcome == ClockOutcome.Running))
            throw new Refused("{0} has been told and will answer you. If that does not happen in time, you can go one step further.", before[^1].ToName);
        var heads = (await CaseOwners.Heads(s, c.UnitId)).Where(h => h.PersonId != c.OwnerId && h.PersonId != c.AboutId).DistinctBy(h => h.PersonId).ToList();
        if (heads.FirstOrDefault(h => before.All(e => e.ToId != h.PersonId)) is not { } head)
            throw new Refused(before.Count > 0 ? Words.Of("It has reached the highest in the company already: {0}.", before[^1].ToName) : Words.Of("There is nobody above whoever sees to it now."));
        clocks = clocks.ForSuperior(c, await CaseStore.Rules(s, c.RulesNumber), s.Now);
        var (id, due) = (Id<CaseEscalation>.New(s.Now), clocks.All[^1].DueAt);
        await s.Write("""
            insert into case_escalations (customer_id, case_id, number, id, unit_id, to_id, words, asked_at, due_at)
            values (@CustomerId, @caseId, @number, @id, @UnitId, @PersonId, @words, @Now, @due)
            """, new { c.CustomerId, caseId = c.Id, number = before.Count + 1, id, head.UnitId, head.PersonId, words, s.Now, due });
        await CaseWork.Put(s, WorkKind.CallBack, id.Value, CaseWork.Said(Words.Of("The customer of case No. {0} asks for a superior", c.Number)), c, head.UnitId, head.PersonId, due);
        return await CaseClockStore.Write(s, c, clocks);
    }

    /// <summary>A superior has answered, or there is nothing left to answer.</summary>
    public static async Task Settle(Session s, Case c)
    {
        foreach (var e in await Of(s, c)) await CaseWork.Settle(s, WorkKind.CallBack, e.Id.Value);
    }
}

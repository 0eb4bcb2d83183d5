using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>What other departments are asked to do for a case.</summary>
static class CaseTasks
{
    public const string Select = """
        select t.id, t.kind, t.unit_id, u.name as unit_name, t.owner_id, p.name as owner_name, t.words, t.due_at, t.asked_at, t.answer, t.done_at, t.withdrawn_at
        from case_tasks t join units u on u.id = t.unit_id join people p on p.id = t.owner_id
        """;

    public static async Task<IReadOnlyList<CaseTask>> Open(Session s, Case c) =>
        await s.Many<CaseTask>($"{Select} where t.customer_id = @CustomerId and t.case_id = @Id and t.done_at is null and t.withdrawn_at is null order by t.asked_at, t.id", new { c.CustomerId, c.Id });

    public static async Task<CaseTask> MustBeOpen(Session s, Case c, Id<CaseTask> id)
    {
        var task = await s.One<CaseTask>($"{Select} where t.customer_id = @CustomerId and t.case_id = @Id and t.id = @task", new { c.CustomerId, c.Id, task = id }, Words.Of("There is no such task."));
        if (task.DoneAt is not null) throw new Refused("This task is done already.");
        return task.WithdrawnAt is null ? task : throw new Refused("This task was taken back.");
    }

    /// <summary>The person asked for, who works here and is not whom the case is about; else whoever takes what comes to the unit.</summary>
    public static async Task<Id<Person>> Doer(Session s, Case c, Id<Unit> unit, Id<Person>? asked)
    {
        if (asked is not { } id) return await CaseOwners.Found(s, unit, null, c.IsOwnMistake ? null : c.AboutId) ?? throw new Refused(CaseOwners.Nobody);
        var person = await PersonStore.Find(s, id);
        if (person.LeftAt is not null) throw new Invalid("Person", "{0} works here no longer.", person.Name);
        if (id == c.AboutId && !c.IsOwnMistake) throw new Invalid("Person", "The case is about {0}, so somebody else handles it.", person.Name);
        return id;
    }

    public static async Task<Id<CaseTask>> Put(Session s, Case c, CaseTaskKind kind, Id<Unit> unit, Id<Person> owner, string words, long minutes)
    {
        var (id, due) = (Id<CaseTask>.New(s.Now), CaseClock.End(s.Now, minutes, false, await CalendarStore.Of(s, unit)));
        await s.Write("""
            insert into case_tasks (customer_id, id, case_id, unit_id, kind, owner_id, words, minutes, due_at, asked_by, asked_at)
            values (@CustomerId, @id, @caseId, @unit, @kind, @owner, @words, @minutes, @due, @Person, @Now)
            """, new { c.CustomerId, id, caseId = c.Id, unit, kind = kind.ToString(), owner, words, minutes, due, s.Caller.Person, s.Now });
        await CaseWork.Put(s, WorkKind.CaseTask, id.Value, CaseWork.Said(Words.Of("Task for case No. {0}", c.Number)), c, unit, owner, due);
        return id;
    }

    public static async Task Give(Session s, Case c, CaseTask task, Id<Person> to)
    {
        await s.Write("update case_tasks set owner_id = @to where customer_id = @CustomerId and id = @Id", new { to, c.CustomerId, task.Id });
        await new MoveWorkItem(WorkKind.CaseTask, task.Id.Value, to, task.DueAt).Run(s);
    }
}

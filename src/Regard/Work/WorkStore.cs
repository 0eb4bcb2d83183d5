using Regard.Organisation;
namespace Regard.Work;

static class WorkStore
{
    public const string Select = """
        select w.id, w.kind, w.title, w.path, w.unit_id, u.name as unit_name, w.owner_id, p.name as owner_name, w.due_at, w.due_on, w.level, w.escalates_at, w.done_at, w.ladder
        from work_items w join units u on u.id = w.unit_id left join people p on p.id = w.owner_id
        """;

    public static Task<WorkItem> About(Session s, WorkKind kind, Guid subject) =>
        s.One<WorkItem>($"{Select} where w.kind = @kind and w.subject_id = @subject", new { kind = kind.ToString(), subject = new Id<WorkItem>(subject) }, Words.Of("There is no such task."));

    /// <summary>An item of the caller's own or of somebody the caller stands in for, one the caller was told of, or of a unit in the caller's care.</summary>
    public static async Task<WorkItem> Mine(Session s, Id<WorkItem> id)
    {
        var missing = Words.Of("There is no such task.");
        var item = await s.One<WorkItem>($"{Select} where w.id = @id", new { id }, missing);
        if (item.OwnerId is { } owner && s.Caller.Person is { } me && (owner == me || (await AbsenceStore.Today(s)).Acting(owner) == me)) return item;
        if (await WasTold(s, id)) return item;
        var tree = await UnitStore.Tree(s, s.Today);
        return tree.InCare(s.Caller, Permission.EditPlans).Contains(item.UnitId) ? item : throw new NotFound(missing);
    }

    /// <summary>A stand-in of a head may have no role over the unit.</summary>
    static async Task<bool> WasTold(Session s, Id<WorkItem> id) =>
        s.Caller.Person is { } me && await s.Value<long>("select count(*) from escalations where item_id = @id and person_id = @me", new { id, me }) > 0;
}

using Regard.Organisation;
namespace Regard.Work;

static class WorkStore
{
    public const string Select = """
        select w.id, w.kind, w.title, w.path, w.unit_id, u.name as unit_name, w.owner_id, p.name as owner_name, w.due_on, w.done_at
        from work_items w join units u on u.id = w.unit_id left join people p on p.id = w.owner_id
        """;

    /// <summary>An item of the caller's own, or of a unit in the caller's care.</summary>
    public static async Task<WorkItem> Mine(Session s, Id<WorkItem> id)
    {
        var missing = Words.Of("There is no such task.");
        var item = await s.One<WorkItem>($"{Select} where w.id = @id", new { id }, missing);
        if (item.OwnerId is not null && item.OwnerId == s.Caller.Person) return item;
        var tree = await UnitStore.Tree(s, s.Today);
        return tree.InCare(s.Caller, Permission.EditPlans).Contains(item.UnitId) ? item : throw new NotFound(missing);
    }
}

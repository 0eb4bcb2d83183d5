namespace Regard.Indicators;

/// <summary>Throws a draft away. A published version stays.</summary>
public sealed record DropIndicatorTreeDraft(Id<IndicatorTree> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditIndicators;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var tree = await IndicatorTreeStore.Tree(s, Id);
        if (!tree.IsDraft) throw new Refused("Version {0} is published and stays: results rest on it.", tree.Number);
        await s.Write("update indicator_trees set based_on = null where based_on = @Id", new { Id });
        await s.Write("delete from indicators where tree_id = @Id", new { Id });
        await s.Write("delete from indicator_trees where id = @Id", new { Id });
        return default;
    }
}

namespace Regard.Organisation;

static class UnitStore
{
    public static async Task<UnitTree> Tree(Session s, DateOnly day) => new(
        await s.Many<Unit>("select id, code, name, kind, closed_on from units"),
        await s.Many<UnitPlace>("select unit_id, from_day, parent_id from unit_places"), day);

    /// <summary>The units whose rows the caller may touch with a permission, in the tree as it stood on that day.</summary>
    public static HashSet<Id<Unit>> InCare(this UnitTree tree, Caller caller, Permission permission) =>
        caller.IsInstallation ? [.. tree.All.Select(u => u.Id)] : [.. caller.Over(permission).SelectMany(tree.Under).Select(u => u.Id)];
}

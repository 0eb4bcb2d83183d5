namespace Regard.Organisation;

static class UnitStore
{
    /// <summary>The two statements behind a tree of any day, for who reads more with them.</summary>
    public const string Rows = """
        select id, code, name, kind, closed_on from units;
        select unit_id, from_day, parent_id from unit_places
        """;

    public static async Task<UnitTree> Tree(Session s, DateOnly day)
    {
        await using var rows = await s.Several(Rows);
        return (await Trees(rows))(day);
    }

    public static async Task<Func<DateOnly, UnitTree>> Trees(ResultSets rows)
    {
        var (units, places) = (await rows.Next<Unit>(), await rows.Next<UnitPlace>());
        return day => new(units, places, day);
    }

    public static async Task<IReadOnlyList<UnitPlace>> Places(Session s) => await s.Many<UnitPlace>("select unit_id, from_day, parent_id from unit_places");

    /// <summary>Changes of the tree follow one another, so that two of them cannot make a loop together.</summary>
    public static Task Lock(Session s) => s.NextNumber("unit-tree");

    public static async Task<Id<Unit>> Add(Session s, string code, string name, UnitKind kind, Id<Unit>? parent, DateOnly from)
    {
        var id = Id<Unit>.New(s.Now);
        await s.Write("insert into units (id, code, name, kind) values (@id, @code, @name, @kind)", new { id, code = code.Trim(), name = name.Trim(), kind = kind.ToString() });
        await Place(s, id, from, parent);
        return id;
    }

    public static Task Place(Session s, Id<Unit> unit, DateOnly from, Id<Unit>? parent) =>
        s.Write("insert into unit_places (unit_id, from_day, parent_id) values (@unit, @from, @parent)", new { unit, from, parent });

    /// <summary>The unit, if it is in the caller's care today or will be by a place that is planned.</summary>
    public static async Task<Unit> InCareToday(Session s, Id<Unit> id, Permission permission)
    {
        var tree = await Tree(s, s.Today);
        if (tree.Find(id) is null) tree = await Tree(s, DateOnly.MaxValue);
        return tree.InCare(s.Caller, permission).Contains(id) ? tree.Find(id)! : throw new NotFound("There is no such unit in your care.");
    }

    /// <summary>The units whose rows the caller may touch with a permission, in the tree as it stood on that day.</summary>
    /// <remarks>Competitors are in the care of those who care for the whole company.</remarks>
    public static HashSet<Id<Unit>> InCare(this UnitTree tree, Caller caller, Permission permission)
    {
        HashSet<Id<Unit>> care = caller.IsInstallation ? [.. tree.All.Select(u => u.Id)] : [.. caller.Over(permission).SelectMany(tree.Under).Select(u => u.Id)];
        if (tree.Roots.All(r => care.Contains(r.Id))) care.UnionWith(tree.Competitors.Select(c => c.Id));
        return care;
    }
}

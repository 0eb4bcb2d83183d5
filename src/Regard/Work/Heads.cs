using Regard.Organisation;
namespace Regard.Work;

/// <summary>Who is told of a unit's tasks that are not done: the heads up the tree, each by whoever acts for them.</summary>
sealed class Heads
{
    internal sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    readonly UnitTree tree;
    readonly ILookup<(Id<Unit>, Role), Id<Person>> holders;
    readonly StandIns standIns;
    readonly Dictionary<(Id<Unit>, Id<Person>?), IReadOnlyList<Id<Person>>> known = [];

    internal Heads(UnitTree tree, IEnumerable<Holder> holders, StandIns standIns) =>
        (this.tree, this.holders, this.standIns) = (tree, holders.ToLookup(h => (h.UnitId, h.Role), h => h.PersonId), standIns);

    public static async Task<Heads> Today(Session s, StandIns standIns) => new(await UnitStore.Tree(s, s.Today), await s.Many<Holder>("""
        select r.person_id, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
        where r.role in ('Manager', 'Executive') and p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today)
        order by r.from_day, r.person_id
        """, new { s.Today }), standIns);

    /// <summary>Managers first, from the unit itself upwards, one for each unit; then executives. Never the owner; who is away and has nobody to act for them is passed over.</summary>
    public IReadOnlyList<Id<Person>> Over(Id<Unit> unit, Id<Person>? owner) =>
        known.TryGetValue((unit, owner), out var heads) ? heads : known[(unit, owner)] = Find(unit, owner);

    /// <summary>Whom a level goes to; above the highest head there is only that one. Null when there is nobody at all.</summary>
    /// <param name="level">1 for the nearest.</param>
    public Id<Person>? At(long level, Id<Unit> unit, Id<Person>? owner) => Over(unit, owner) is { Count: > 0 } heads ? heads[(int)Math.Min(level, heads.Count) - 1] : null;

    List<Id<Person>> Find(Id<Unit> unit, Id<Person>? owner)
    {
        var path = tree.PathTo(unit).Reverse().ToList();
        var acting = from role in new[] { Role.Manager, Role.Executive }
                     from at in path
                     let head = holders[(at.Id, role)].Where(p => p != owner).Select(p => standIns.Acting(p)).FirstOrDefault(p => p is not null && p != owner)
                     where head is not null
                     select head.Value;
        return [.. acting.Distinct()];
    }
}

using Regard.Organisation;
namespace Regard.Improvement;

/// <summary>Who a unit's plans fall to: its manager, else the nearest one above, else the nearest executive.</summary>
sealed class PlanOwners
{
    sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    readonly UnitTree tree;
    readonly ILookup<Id<Unit>, Holder> holders;

    PlanOwners(UnitTree tree, IEnumerable<Holder> holders) => (this.tree, this.holders) = (tree, holders.ToLookup(h => h.UnitId));

    public static async Task<PlanOwners> Today(Session s) => new(await UnitStore.Tree(s, s.Today), await s.Many<Holder>("""
        select r.person_id, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
        where r.role in ('Manager', 'Executive') and p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today)
        order by r.from_day, r.person_id
        """, new { s.Today }));

    public Id<Person>? Of(Id<Unit> unit)
    {
        var upwards = tree.PathTo(unit).Reverse().SelectMany(u => holders[u.Id]).ToList();
        return (upwards.Find(h => h.Role == Role.Manager) ?? upwards.FirstOrDefault())?.PersonId;
    }
}

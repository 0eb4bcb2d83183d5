using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Who calls: the front line of the unit, else of the nearest unit above, else the nearest head; whoever has the fewest calls to make comes first.</summary>
sealed class CallBackHands
{
    readonly UnitTree tree;
    readonly ILookup<Id<Unit>, Holder> holders;
    readonly Dictionary<Id<Person>, long> load;

    CallBackHands(UnitTree tree, IEnumerable<Holder> holders, Dictionary<Id<Person>, long> load) => (this.tree, this.holders, this.load) = (tree, holders.ToLookup(h => h.UnitId), load);

    public static async Task<CallBackHands> Of(Session s, UnitTree tree)
    {
        var away = await AbsenceStore.Today(s);
        var holders = await s.Many<Holder>("""
            select r.person_id, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) and r.role in ('FrontLine', 'Manager', 'Executive') order by r.person_id
            """, new { s.Today });
        var load = (await s.Many<Load>("select owner_id, count(*) as calls from call_backs where ended_at is null and owner_id is not null group by owner_id")).ToDictionary(l => l.OwnerId, l => l.Calls);
        return new(tree, holders.Where(h => !away.IsAway(h.PersonId)), load);
    }

    /// <summary>Null when nobody is there.</summary>
    public Id<Person>? Next(Id<Unit> unit)
    {
        var path = tree.PathTo(unit).Reverse().ToList();
        foreach (var role in (Role[])[Role.FrontLine, Role.Manager, Role.Executive])
            foreach (var at in path)
                if (holders[at.Id].Where(h => h.Role == role).Select(h => (Id<Person>?)h.PersonId).MinBy(p => load.GetValueOrDefault(p!.Value)) is { } person)
                {
                    load[person] = load.GetValueOrDefault(person) + 1;
                    return person;
                }
        return null;
    }

    sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    sealed record Load
    {
        public required Id<Person> OwnerId { get; init; }
        public required long Calls { get; init; }
    }
}

using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Which cases the caller sees: those of the units in care, those owned or sponsored, those offered to be taken over; never one about the caller.</summary>
sealed class CaseSight
{
    /// <summary>Few units are at most one in so many.</summary>
    const int Few = 10;

    readonly HashSet<Id<Unit>> seen, open;
    readonly Id<Person>? me;
    readonly Caller caller;

    CaseSight(UnitTree tree, Caller caller, Permission needs)
    {
        (Tree, this.caller, me) = (tree, caller, caller.Person);
        seen = tree.InCare(caller, needs);
        open = tree.InCare(caller, Permission.SeePersonalData);
    }

    public UnitTree Tree { get; }
    public bool IsWhole => caller.IsInstallation || (Tree.Roots.Count > 0 && Tree.Roots.All(r => seen.Contains(r.Id)));
    public IReadOnlyCollection<Id<Unit>> Units => seen;

    public static async Task<CaseSight> Of(Session s, Permission needs = Permission.SeeCases) => new(await UnitStore.Tree(s, s.Today), s.Caller, needs);

    /// <summary>Whether the caller holds a permission over the unit of the case.</summary>
    public bool Holds(Permission permission, Case c) => caller.IsInstallation || Tree.InCare(caller, permission).Contains(c.UnitId);
    /// <summary>Works on the case: its owner, its sponsor, whoever handles cases of its unit. Nobody handles a complaint about oneself.</summary>
    public bool Handles(Case c) => !IsAboutMe(c) && (IsMine(c.OwnerId, c.SponsorId) || Holds(Permission.HandleCases, c));
    public bool Manages(Case c) => !IsAboutMe(c) && Holds(Permission.ManageCases, c);

    public bool Cares(Id<Unit> unit) => caller.IsInstallation || seen.Contains(unit);
    public bool SeesNames(Case c) => caller.IsInstallation || open.Contains(c.UnitId) || IsMine(c.OwnerId, c.SponsorId);
    public bool SeesNames(Id<Unit> unit, Id<Person> owner) => caller.IsInstallation || open.Contains(unit) || IsMine(owner, owner);
    /// <summary>A complaint about the caller; not what the caller reported of oneself.</summary>
    public bool IsAboutMe(Case c) => c.AboutId is { } about && about == me && !c.IsOwnMistake;

    bool IsMine(Id<Person> owner, Id<Person> sponsor) => me is { } person && (person == owner || person == sponsor);

    /// <summary>Whether the case shows, apart from one that was offered: ask the hand-overs for that.</summary>
    public bool Sees(Case c) => !IsAboutMe(c) && (Cares(c.UnitId) || IsMine(c.OwnerId, c.SponsorId));

    /// <summary>Whence the cases "c" are best read: of who sees few units, those cases alone by their keys; else all in the order that is asked for. To be used with <see cref="Within"/>.</summary>
    /// <param name="open">True for open ones, false for those that are over; null for both.</param>
    public (string Tables, string Joined) From(Session s, bool? open)
    {
        if (me is null || IsWhole || seen.Count * Few > Tree.All.Count()) return ("cases c", "");
        var state = open is null ? "" : $"x.closed_at is {(open.Value ? "" : "not ")}null and ";
        var keys = new[] { s.Dialect.Among("x.unit_id", "units"), "x.owner_id = @me", "x.sponsor_id = @me" }.Select(whose => $"select x.customer_id, x.id from cases x where {state}{whose}");
        // "cross" keeps SQLite from beginning with the other table.
        return ($"({string.Join(" union ", keys)}) k cross join cases c", "c.customer_id = k.customer_id and c.id = k.id and ");
    }

    /// <summary>The condition that the case "c" shows, under the unit asked for; its values are added.</summary>
    public string Within(Session s, Dictionary<string, object?> values, Id<Unit>? asked = null)
    {
        var own = "1 = 1";
        if (me is { } person)
        {
            values["me"] = person;
            own = "(c.about_id is null or c.about_id <> @me or c.is_own_mistake)";
        }
        if (asked is null && IsWhole) return own;
        var units = asked is { } unit ? Tree.Under(unit).Select(u => u.Id).Where(Cares) : seen;
        values["units"] = s.Dialect.Keys(units.Select(u => u.Value));
        var among = s.Dialect.Among("c.unit_id", "units");
        return me is null || asked is not null ? $"{own} and {among}" : $"{own} and ({among} or c.owner_id = @me or c.sponsor_id = @me)";
    }
}

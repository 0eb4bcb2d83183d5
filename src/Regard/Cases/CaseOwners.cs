using System.Text.Json.Serialization;
using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<OwnedHow>))]
public enum OwnedHow
{
    /// <summary>Heard it, or was the one to take what nobody heard.</summary>
    Heard,
    /// <summary>Accepted a hand-over.</summary>
    TakenOver,
    /// <summary>Given by a manager because the owner left or is the one complained about.</summary>
    Given,
}

/// <summary>Who owns a case from its first moment on.</summary>
static class CaseOwners
{
    /// <summary>Whoever hears it. Without a person: the customer's named contact, the unit's contact person, the nearest manager up the tree, an executive.</summary>
    public static async Task<Id<Person>> Of(Session s, Id<Unit> unit, Id<Customer>? customer, Id<Person>? not)
    {
        if (s.Caller.Person is { } me && me != not) return me;
        return await Found(s, unit, customer, not) ?? throw new Refused(Nobody);
    }

    public static Words Nobody { get; } = Words.Of("Nobody at this unit or above can take it. Give somebody the role of a manager first.");

    /// <summary>Who takes what no person heard: the first who is there today; else the first who works here. Null when there is nobody.</summary>
    public static async Task<Id<Person>?> Found(Session s, Id<Unit> unit, Id<Customer>? customer, params Id<Person>?[] not)
    {
        var (here, away) = ((await s.Many<Id<Person>>("select id from people where left_at is null")).ToHashSet(), await AbsenceStore.Today(s));
        var fit = (await Named(s, unit, customer)).Concat((await Heads(s, unit)).Select(h => h.PersonId)).Where(p => here.Contains(p) && !not.Contains(p)).ToList();
        foreach (var p in fit) if (!away.IsAway(p)) return p;
        return fit.Count > 0 ? fit[0] : null;
    }

    /// <summary>The heads over a unit, the nearest first; of one unit its managers before its executives.</summary>
    public static async Task<IReadOnlyList<Head>> Heads(Session s, Id<Unit> unit)
    {
        var path = (await UnitStore.Tree(s, s.Today)).PathTo(unit).Select(u => u.Id).Reverse().ToList();
        var heads = await s.Many<Head>("""
            select r.person_id, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) and r.role in ('Manager', 'Executive') order by p.created_at, p.id
            """, new { s.Today });
        return [.. heads.Where(h => path.Contains(h.UnitId)).OrderBy(h => path.IndexOf(h.UnitId)).ThenBy(h => h.Role == Role.Manager ? 0 : 1)];
    }

    /// <summary>Those who are named for the customer or its account, then for the unit and the units above; each with who stands in.</summary>
    static async Task<List<Id<Person>>> Named(Session s, Id<Unit> unit, Id<Customer>? customer)
    {
        var contacts = customer is not { } id ? [] : await s.Many<Contact>("""
            select n.person_id, n.backup_id from customer_contacts n where n.customer_id = @id
            union all select n.person_id, n.backup_id from customers c join customer_contacts n on n.customer_id = c.account_id where c.customer_id = @id
            """, new { id });
        var ofUnits = (await s.Many<UnitContactRow>("select unit_id, person_id, backup_id from unit_contacts")).ToDictionary(c => c.UnitId);
        if (ofUnits.Count > 0) contacts.AddRange((await UnitStore.Tree(s, s.Today)).PathTo(unit).Reverse().Where(u => ofUnits.ContainsKey(u.Id)).Select(u => new Contact { PersonId = ofUnits[u.Id].PersonId, BackupId = ofUnits[u.Id].BackupId }));
        return [.. contacts.SelectMany(c => c.BackupId is { } backup ? new[] { c.PersonId, backup } : [c.PersonId])];
    }

    /// <summary>Keeps as a fact from when on somebody owned the case; what held before ends.</summary>
    public static async Task Note(Session s, Case c, OwnedHow how, Id<Person>? givenBy, string why = "")
    {
        await s.Write("update case_owners set until_at = @Now where customer_id = @CustomerId and case_id = @Id and until_at is null", new { c.CustomerId, c.Id, s.Now });
        await s.Write("""
            insert into case_owners (customer_id, case_id, number, owner_id, how, why, from_at, given_by)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @OwnerId, @how, @why, @Now, @givenBy from case_owners where customer_id = @CustomerId and case_id = @Id
            """, new { c.CustomerId, c.Id, c.OwnerId, how = how.ToString(), why, s.Now, givenBy });
    }

    /// <summary>Gives the case to whoever is to have it, who is not asked; an offer that waits falls away.</summary>
    public static async Task<Case> Give(Session s, Case c, Id<Person> to, string why)
    {
        await CaseOffers.Fall(s, c);
        var given = c with { OwnerId = to };
        await Note(s, given, OwnedHow.Given, s.Caller.Person, why);
        return given;
    }

    /// <summary>A case that opens again stays with its owner, if that one works here still and it is not about that one; else it goes to whoever takes what nobody heard.</summary>
    public static async Task<Case> Kept(Session s, Case c)
    {
        var owner = await PersonStore.Find(s, c.OwnerId);
        if (owner.LeftAt is null && (c.AboutId != owner.Id || c.IsOwnMistake)) return c;
        return await Give(s, c, await Found(s, c.UnitId, c.IsKnown ? c.CustomerId : null, c.AboutId) ?? throw new Refused(Nobody), "");
    }

    internal sealed record Head
    {
        public required Id<Person> PersonId { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    sealed record Contact
    {
        public required Id<Person> PersonId { get; init; }
        public Id<Person>? BackupId { get; init; }
    }

    sealed record UnitContactRow
    {
        public required Id<Unit> UnitId { get; init; }
        public required Id<Person> PersonId { get; init; }
        public Id<Person>? BackupId { get; init; }
    }
}

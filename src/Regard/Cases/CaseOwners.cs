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
    sealed record Holder
    {
        public required Id<Person> PersonId { get; init; }
        public required Role Role { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }

    /// <summary>Whoever hears it. Without a person: the customer's named contact, the unit's contact person, the nearest manager up the tree, an executive.</summary>
    public static async Task<Id<Person>> Of(Session s, Id<Unit> unit, Id<Customer>? customer, Id<Person>? not)
    {
        if (s.Caller.Person is { } me && me != not) return me;
        return await Found(s, unit, customer, not) ?? throw new Refused("Nobody at this unit or above can take it. Give somebody the role of a manager first.");
    }

    /// <summary>Who takes what no person heard; null when there is nobody.</summary>
    public static async Task<Id<Person>?> Found(Session s, Id<Unit> unit, Id<Customer>? customer, Id<Person>? not)
    {
        var here = await Here(s);
        Id<Person>? Fit(Named? named) => named is null ? null : named.PersonId != not && here.Contains(named.PersonId) ? named.PersonId : named.BackupId is { } b && b != not && here.Contains(b) ? b : null;
        if (customer is { } id && Fit(await s.Maybe<Named>("select person_id, backup_id from customer_contacts where customer_id = @id", new { id })) is { } own) return own;
        var path = (await UnitStore.Tree(s, s.Today)).PathTo(unit).Select(u => u.Id).Reverse().ToList();
        foreach (var at in path)
            if (Fit(await s.Maybe<Named>("select person_id, backup_id from unit_contacts where unit_id = @at", new { at })) is { } contact) return contact;
        var holders = await s.Many<Holder>("""
            select r.person_id, r.role, r.unit_id from roles_held r join people p on p.id = r.person_id
            where p.left_at is null and r.from_day <= @Today and (r.until_day is null or r.until_day > @Today) and r.role in ('Manager', 'Executive') order by p.created_at, p.id
            """, new { s.Today });
        return holders.Where(h => h.PersonId != not && path.Contains(h.UnitId)).OrderBy(h => path.IndexOf(h.UnitId)).ThenBy(h => h.Role == Role.Manager ? 0 : 1).Select(h => (Id<Person>?)h.PersonId).FirstOrDefault();
    }

    /// <summary>Keeps as a fact from when on somebody owned the case.</summary>
    public static Task Note(Session s, Case c, OwnedHow how) => s.Write("""
        insert into case_owners (customer_id, case_id, number, owner_id, how, from_at, given_by)
        select @CustomerId, @Id, coalesce(max(number), 0) + 1, @OwnerId, @how, @Now, @Person from case_owners where customer_id = @CustomerId and case_id = @Id
        """, new { c.CustomerId, c.Id, c.OwnerId, how = how.ToString(), s.Now, s.Caller.Person });

    static async Task<HashSet<Id<Person>>> Here(Session s) => [.. await s.Many<Id<Person>>("select id from people where left_at is null")];

    sealed record Named
    {
        public required Id<Person> PersonId { get; init; }
        public Id<Person>? BackupId { get; init; }
    }
}

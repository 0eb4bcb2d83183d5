using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Whose power the caller has in a case today, beside the own: of whoever is away and is stood in for, and of the customer's or unit's named contact who is away, for the one named as backup. For other areas, within their own changes.</summary>
sealed record ActedFor(Case Case) : Question<IReadOnlyList<Id<Person>>>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<IReadOnlyList<Id<Person>>> Run(Session s)
    {
        if (s.Caller.Person is not { } me) return [];
        var away = await AbsenceStore.Today(s);
        var backed = await s.Many<Id<Person>>("""
            select n.person_id from customer_contacts n where n.customer_id = @CustomerId and n.backup_id = @me
            union select n.person_id from customers c join customer_contacts n on n.customer_id = c.account_id where c.customer_id = @CustomerId and n.backup_id = @me
            union select n.person_id from unit_contacts n where n.unit_id = @UnitId and n.backup_id = @me
            """, new { Case.CustomerId, Case.UnitId, me });
        return [.. away.ActedForBy(me).Union(backed.Where(away.IsAway)).Where(p => p != Case.AboutId)];
    }
}

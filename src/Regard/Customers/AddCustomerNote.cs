namespace Regard.Customers;

/// <summary>Writes down a need of a customer, a choice put to it, or a remark.</summary>
public sealed record AddCustomerNote(Id<Customer> CustomerId, NoteKind Kind, string Words) : Change<Id<CustomerNote>>
{
    public const int Longest = 2000;

    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{CustomerId} {Kind}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Write the note.");
        else if (Words.Length > Longest) yield return new(nameof(Words), "At most {0} characters.", Longest);
    }

    internal override async Task<Id<CustomerNote>> Run(Session s)
    {
        await (await CustomerSight.Of(s, Needs)).Find(s, CustomerId);
        var id = Id<CustomerNote>.New(s.Now);
        await s.Write("""
            insert into customer_notes (customer_id, id, kind, words, written_by, written_at) values (@CustomerId, @id, @kind, @words, @Person, @Now)
            """, new { CustomerId, id, kind = Kind.ToString(), words = Words.Trim(), s.Caller.Person, s.Now });
        return id;
    }
}

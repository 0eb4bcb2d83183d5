namespace Regard.Customers;

/// <summary>Notes whom a customer named.</summary>
/// <param name="Contact">A phone number or address.</param>
public sealed record NoteLead(Id<Customer> ReferrerId, string Name, string? Contact = null) : Change<Id<ReferralLead>>
{
    public const int Longest = 200;

    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => ReferrerId.ToString();

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new(nameof(Name), "Write whom the customer named.");
        else if (Name.Length > Longest) yield return new(nameof(Name), "At most {0} characters.", Longest);
        if (Contact?.Length > Longest) yield return new(nameof(Contact), "At most {0} characters.", Longest);
    }

    internal override async Task<Id<ReferralLead>> Run(Session s)
    {
        await (await CustomerSight.Of(s, Needs)).Find(s, ReferrerId);
        var id = Id<ReferralLead>.New(s.Now);
        await s.Write("insert into referral_leads (customer_id, id, name, contact, noted_by, noted_at) values (@ReferrerId, @id, @name, @contact, @Person, @Now)",
            new { ReferrerId, id, name = Name.Trim(), contact = string.IsNullOrWhiteSpace(Contact) ? null : Contact.Trim(), s.Caller.Person, s.Now });
        return id;
    }
}

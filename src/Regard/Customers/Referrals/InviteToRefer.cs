namespace Regard.Customers;

/// <summary>Notes that a promoter was invited to name somebody. Only whoever agreed to be written to is invited.</summary>
public sealed record InviteToRefer(Id<Customer> CustomerId, Channel Channel) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{CustomerId} {Channel}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Enum.IsDefined(Channel)) yield return new(nameof(Channel), "Choose a channel.");
    }

    internal override async Task<Done> Run(Session s)
    {
        var customer = await (await CustomerSight.Of(s, Needs)).Find(s, CustomerId);
        if (!customer.Kind.IsCustomer()) throw new Refused("Only customers are invited to refer somebody.");
        if (!await ReferralStore.IsWilling(s, CustomerId, Channel)) throw new Refused("This customer has not agreed to be written to for marketing on this channel.");
        await s.Write("insert into referral_invitations (customer_id, id, channel, invited_by, invited_at) values (@CustomerId, @id, @channel, @Person, @Now)",
            new { CustomerId, id = Guid.CreateVersion7(s.Now), channel = Channel.ToString(), s.Caller.Person, s.Now });
        return default;
    }
}

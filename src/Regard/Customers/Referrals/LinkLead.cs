namespace Regard.Customers;

/// <summary>Says which customer a lead turned out to be. From then on the first purchase is followed by itself.</summary>
/// <param name="Number">The customer's.</param>
public sealed record LinkLead(Id<Customer> ReferrerId, Id<ReferralLead> Id, long Number) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{Id} {Number}";

    internal override async Task<Done> Run(Session s)
    {
        var sight = await CustomerSight.Of(s, Needs);
        await sight.Find(s, ReferrerId);
        var noted = await s.One<Noted>("select noted_at from referral_leads where customer_id = @ReferrerId and id = @Id and removed_at is null", new { ReferrerId, Id }, Words.Of("There is no such lead."));
        var found = await s.Maybe<Id<Customer>?>("select customer_id from customers where number = @Number", new { Number }) is { } id ? await sight.Find(s, await Merging.Goer(s, id)) : throw new Invalid(nameof(Number), "There is no customer No. {0} in your care.", Number);
        if (found.CustomerId == await Merging.Goer(s, ReferrerId)) throw new Invalid(nameof(Number), "Nobody refers themselves.");
        if (!found.Kind.IsCustomer()) throw new Invalid(nameof(Number), "No. {0} is a supplier or partner, not a customer.", Number);
        if (await s.Value<long>("select count(*) from referral_leads where lead_id = @CustomerId and id <> @Id and removed_at is null", new { found.CustomerId, Id }) > 0) throw new Refused("This customer was referred by somebody else already.");
        var day = DateOnly.FromDateTime(noted.NotedAt.UtcDateTime);
        if ((await ReferralStore.Bought(s, [found.CustomerId])).GetValueOrDefault(found.CustomerId)?.Any(b => b.Day < day) == true) throw new Refused("This customer had bought before the lead was noted, so nobody won it by referring.");
        await s.Write("update referral_leads set lead_id = @CustomerId, linked_by = @Person, linked_at = @Now where customer_id = @ReferrerId and id = @Id", new { found.CustomerId, s.Caller.Person, s.Now, ReferrerId, Id });
        return default;
    }

    sealed record Noted
    {
        public required DateTimeOffset NotedAt { get; init; }
    }
}

/// <summary>Takes a lead that was noted by mistake off the list.</summary>
public sealed record RemoveLead(Id<Customer> ReferrerId, Id<ReferralLead> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await (await CustomerSight.Of(s, Needs)).Find(s, ReferrerId);
        if (await s.Write("update referral_leads set removed_at = @Now where customer_id = @ReferrerId and id = @Id and removed_at is null", new { s.Now, ReferrerId, Id }) == 0) throw new NotFound("There is no such lead.");
        return default;
    }
}

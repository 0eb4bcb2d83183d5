namespace Regard.Customers;

/// <summary>Notes in a line how a customer likes to be served, for all who meet it.</summary>
public sealed record AddPreference(Id<Customer> CustomerId, string Preference, DateOnly HeardOn) : Change<Id<CustomerPreference>>
{
    /// <summary>Few and short, so that they are read at the counter.</summary>
    public const int Longest = 200, Most = 12;

    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{CustomerId}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Preference)) yield return new(nameof(Preference), "Write what the customer prefers.");
        else if (Preference.Length > Longest) yield return new(nameof(Preference), "At most {0} characters.", Longest);
    }

    internal override async Task<Id<CustomerPreference>> Run(Session s)
    {
        var customer = await (await CustomerSight.Of(s, Needs)).Find(s, await Merging.Goer(s, CustomerId));
        if (HeardOn > s.Today) throw new Invalid(nameof(HeardOn), "This day is yet to come.");
        var keys = s.Dialect.Keys((await Merging.Into(s, customer.CustomerId)).Select(m => m.CustomerId.Value).Append(customer.CustomerId.Value));
        if (await s.Value<long>($"select count(*) from customer_preferences where ended_at is null and {s.Dialect.Among("customer_id", "keys")}", new Dictionary<string, object> { ["keys"] = keys }) >= Most)
            throw new Refused("At most {0} preferences are kept of a customer. End one that matters less.", Most);
        var id = Id<CustomerPreference>.New(s.Now);
        await s.Write("insert into customer_preferences (customer_id, id, words, said_on, noted_by, noted_at) values (@CustomerId, @id, @words, @HeardOn, @Person, @Now)",
            new { customer.CustomerId, id, words = Preference.Trim(), HeardOn, s.Caller.Person, s.Now });
        return id;
    }
}

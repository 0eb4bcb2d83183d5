namespace Regard.Customers;

/// <summary>Notes what a customer said about being asked or written to. What was said before stays on record.</summary>
public sealed record SetConsent(Id<Customer> CustomerId, Purpose Purpose, Channel Channel, bool Given, DateOnly SaidOn, string Source) : Change<Done>
{
    public const int LongestSource = 200;

    internal override Permission Needs => Permission.EditCustomers;
    internal override string Subject => $"{CustomerId} {Purpose} {Channel} {(Given ? "given" : "withdrawn")}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Source)) yield return new(nameof(Source), "Say where the customer said so: a form, a call, the counter.");
        else if (Source.Length > LongestSource) yield return new(nameof(Source), "At most {0} characters.", LongestSource);
        if (!Enum.IsDefined(Purpose) || !Enum.IsDefined(Channel)) yield return new(nameof(Purpose), "Choose a purpose and a channel.");
    }

    internal override async Task<Done> Run(Session s)
    {
        await (await CustomerSight.Of(s, Needs)).Find(s, CustomerId);
        if (SaidOn > s.Today) throw new Invalid(nameof(SaidOn), "The day is still to come.");
        await s.Write("""
            insert into consents (customer_id, id, purpose, channel, given, said_on, source, noted_by, noted_at)
            values (@CustomerId, @id, @purpose, @channel, @Given, @SaidOn, @source, @Person, @Now)
            """, new { CustomerId, id = Id<Consent>.New(s.Now), purpose = Purpose.ToString(), channel = Channel.ToString(), Given, SaidOn, source = Source.Trim(), s.Caller.Person, s.Now });
        return default;
    }
}

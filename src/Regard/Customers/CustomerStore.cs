namespace Regard.Customers;

static class CustomerStore
{
    const int AtOnce = 500;

    public const string Columns = """
        c.customer_id, c.number, c.external_id, c.kind, c.account_id, c.name, c.email, c.phone, c.language_tag, c.unit_id, c.segment, c.since, c.created_at, c.merged_into, c.merged_at
        """;

    /// <summary>Held until the commit, so that no two files add the same customer.</summary>
    public static Task<long> Lock(Session s, long adding = 0) => s.NextNumber("customers", adding);

    /// <summary>The keys of these customers, known by their external id; those unknown so far are added, those known are brought up to date.</summary>
    public static async Task<Dictionary<string, Id<Customer>>> Recognise(Session s, IReadOnlyList<Contact> contacts)
    {
        await Lock(s);
        var keys = await Known(s, [.. contacts.Select(c => c.ExternalId)]);
        foreach (var contact in contacts.Where(c => keys.ContainsKey(c.ExternalId))) await Update(s, keys[contact.ExternalId], contact);
        await Add(s, [.. contacts.Where(c => !keys.ContainsKey(c.ExternalId))], keys);
        return keys;
    }

    static async Task Add(Session s, List<Contact> contacts, Dictionary<string, Id<Customer>> keys)
    {
        if (contacts.Count == 0) return;
        var last = await Lock(s, contacts.Count);
        var number = last - contacts.Count;
        await using (var append = s.Dialect.Append(s.Transaction, "customers", "customer_id", "number", "external_id", "kind", "name", "email", "phone", "language_tag", "unit_id", "segment", "words", "created_at"))
        {
            foreach (var c in contacts)
            {
                var key = Id<Customer>.New(s.Now);
                await append.Write(key.Value, ++number, c.ExternalId, nameof(CustomerKind.Person), c.Name, c.Email, c.Phone, c.LanguageTag, c.UnitId.Value, c.Segment, CustomerWords.Of(c.ExternalId, c.Name, c.Email, c.Phone), s.Now);
                keys[c.ExternalId] = key;
            }
            await append.Complete();
        }
        await Index(s, last - contacts.Count + 1, last);
    }

    /// <summary>After words of these customers have changed.</summary>
    public static async Task Index(Session s, long from, long until)
    {
        if (s.Dialect.IndexWords is { } sql) await s.Write(sql, new { from, until });
    }

    public static async Task<Dictionary<string, Id<Customer>>> Known(Session s, IReadOnlyList<string> externalIds)
    {
        var keys = new Dictionary<string, Id<Customer>>();
        foreach (var some in externalIds.Chunk(AtOnce))
            foreach (var c in await s.Many<Key>($"select customer_id, external_id from customers where {s.Dialect.Among("external_id", "some")}", new { some }))
                keys[c.ExternalId] = c.CustomerId;
        return keys;
    }

    sealed record Key
    {
        public required Id<Customer> CustomerId { get; init; }
        public required string ExternalId { get; init; }
    }

    static async Task Update(Session s, Id<Customer> key, Contact c)
    {
        var known = await s.One<Customer>($"select {Columns} from customers c where c.customer_id = @key", new { key }, Words.Of("There is no such customer."));
        var now = known with { Name = c.Name ?? known.Name, Email = c.Email ?? known.Email, Phone = c.Phone ?? known.Phone, LanguageTag = c.LanguageTag ?? known.LanguageTag, UnitId = c.UnitId };
        await s.Write("update customers set name = @Name, email = @Email, phone = @Phone, language_tag = @LanguageTag, unit_id = @UnitId, words = @words where customer_id = @CustomerId",
            new { now.Name, now.Email, now.Phone, now.LanguageTag, now.UnitId, words = CustomerWords.Of(now.ExternalId, now.Name, now.Email, now.Phone), now.CustomerId });
        if (now.Name != known.Name || now.Email != known.Email || now.Phone != known.Phone) await Index(s, now.Number, now.Number);
    }
}

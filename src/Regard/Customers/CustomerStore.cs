namespace Regard.Customers;

static class CustomerStore
{
    const int AtOnce = 500;

    /// <summary>The keys of these customers, known by their external id; those unknown so far are added, those known are brought up to date.</summary>
    public static async Task<Dictionary<string, Id<Customer>>> Recognise(Session s, IReadOnlyList<Contact> contacts)
    {
        await s.NextNumber("customers", 0);   // held until the commit, so that no two files add the same customer
        var keys = await Known(s, [.. contacts.Select(c => c.ExternalId)]);
        foreach (var contact in contacts.Where(c => keys.ContainsKey(c.ExternalId))) await Update(s, keys[contact.ExternalId], contact);
        await using var append = s.Dialect.Append(s.Transaction, "customers", "customer_id", "external_id", "name", "email", "phone", "language_tag", "unit_id", "created_at");
        foreach (var c in contacts.Where(c => !keys.ContainsKey(c.ExternalId)))
        {
            var key = Id<Customer>.New(s.Now);
            await append.Write(key.Value, c.ExternalId, c.Name, c.Email, c.Phone, c.LanguageTag, c.UnitId.Value, s.Now);
            keys[c.ExternalId] = key;
        }
        await append.Complete();
        return keys;
    }

    static async Task<Dictionary<string, Id<Customer>>> Known(Session s, IReadOnlyList<string> externalIds)
    {
        var keys = new Dictionary<string, Id<Customer>>();
        foreach (var some in externalIds.Chunk(AtOnce))
            foreach (var c in await s.Many<Customer>($"select customer_id, external_id from customers where {s.Dialect.Among("external_id", "some")}", new { some }))
                keys[c.ExternalId!] = c.CustomerId;
        return keys;
    }

    static Task Update(Session s, Id<Customer> key, Contact c) => s.Write("""
        update customers set name = coalesce(@Name, name), email = coalesce(@Email, email), phone = coalesce(@Phone, phone),
          language_tag = coalesce(@LanguageTag, language_tag), unit_id = @UnitId
        where customer_id = @key
        """, new { key, c.Name, c.Email, c.Phone, c.LanguageTag, c.UnitId });
}

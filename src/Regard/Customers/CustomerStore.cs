using Regard.Organisation;
namespace Regard.Customers;

static class CustomerStore
{
    const int AtOnce = 500;

    public static Words Missing { get; } = Words.Of("There is no such customer.");

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
        var known = contacts.Where(c => keys.ContainsKey(c.ExternalId)).ToList();
        foreach (var contact in known) await Update(s, keys[contact.ExternalId], contact);
        await Reword(s, [.. known.Select(c => keys[c.ExternalId])]);
        await Add(s, [.. contacts.Where(c => !keys.ContainsKey(c.ExternalId))], keys);
        return keys;
    }

    static async Task Add(Session s, List<Contact> contacts, Dictionary<string, Id<Customer>> keys)
    {
        if (contacts.Count == 0) return;
        var last = await Lock(s, contacts.Count);
        var number = last - contacts.Count;
        await using (var append = s.Dialect.Append(s.Transaction, "customers", "customer_id", "number", "external_id", "kind", "name", "email", "phone", "language_tag", "unit_id", "words", "created_at"))
        {
            foreach (var c in contacts)
            {
                var key = Id<Customer>.New(s.Now);
                await append.Write(key.Value, ++number, c.ExternalId, nameof(CustomerKind.Person), c.Name, c.Email, c.Phone, c.LanguageTag, c.UnitId.Value, CustomerWords.Of(c.ExternalId, c.Name, c.Email, c.Phone, c.UnitId), s.Now);
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

    public static async Task<bool> Any(Session s) => await s.Value<long>("select count(*) from (select 1 as x from customers limit 1) c") > 0;

    /// <summary>Writes these customers as they are now.</summary>
    public static async Task Change(Session s, IReadOnlyList<Customer> changed)
    {
        foreach (var c in changed)
            await s.Write("""
                update customers set kind = @Kind, account_id = @AccountId, name = @Name, email = @Email, phone = @Phone, language_tag = @LanguageTag, unit_id = @UnitId, segment = @Segment, since = @Since
                where customer_id = @CustomerId
                """, new { Kind = c.Kind.ToString(), c.AccountId, c.Name, c.Email, c.Phone, c.LanguageTag, c.UnitId, c.Segment, c.Since, c.CustomerId });
        await Reword(s, [.. changed.Select(c => c.CustomerId)]);
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

    static Task<int> Update(Session s, Id<Customer> key, Contact c) => s.Write("""
        update customers set name = coalesce(@Name, name), email = coalesce(@Email, email), phone = coalesce(@Phone, phone), language_tag = coalesce(@LanguageTag, language_tag), unit_id = @UnitId
        where customer_id = @key
        """, new { c.Name, c.Email, c.Phone, c.LanguageTag, c.UnitId, key });

    /// <summary>Brings what these customers are found by up to date, after their names, numbers, addresses, units, assets or accounts have changed; of accounts, their contacts' too.</summary>
    public static async Task Reword(Session s, IReadOnlyCollection<Id<Customer>> touched)
    {
        await Lock(s);
        foreach (var some in touched.Chunk(AtOnce)) await Reword(s, s.Dialect.Keys(await WithContacts(s, some)));
    }

    static async Task<IEnumerable<Guid>> WithContacts(Session s, IEnumerable<Id<Customer>> touched)
    {
        var keys = touched.Select(c => c.Value).ToHashSet();
        keys.UnionWith((await s.Many<Id<Customer>>($"select customer_id from customers where {s.Dialect.Among("account_id", "keys")}", Values(s.Dialect.Keys(keys)))).Select(c => c.Value));
        return keys;
    }

    static async Task Reword(Session s, System.Collections.IEnumerable keys)
    {
        var customers = await s.Many<Worded>($"""
            select c.customer_id, c.number, c.external_id, c.name, c.email, c.phone, c.unit_id, c.words, a.name as account
            from customers c left join customers a on a.customer_id = c.account_id
            where {s.Dialect.Among("c.customer_id", "keys")}
            """, Values(keys));
        var assets = (await s.Many<Asset>($"select customer_id, id, external_id, kind, plate, serial from assets where {s.Dialect.Among("customer_id", "keys")}", Values(keys))).ToLookup(a => a.CustomerId);
        var changed = (from c in customers
                       let words = CustomerWords.Of(c.ExternalId, c.Name, c.Email, c.Phone, c.UnitId, c.Account, assets[c.CustomerId].Select(a => (a.Plate, a.Serial)))
                       where words != c.Words
                       orderby c.Number
                       select (c.CustomerId, c.Number, words)).ToList();
        if (changed.Count == 0) return;
        await using (var append = s.Dialect.Append(s.Transaction, "reworded", "customer_id", "words"))
        {
            foreach (var (key, _, words) in changed) await append.Write(key.Value, words);
            await append.Complete();
        }
        await s.Write("update customers set words = r.words from reworded r where r.customer_id = customers.customer_id");
        await s.Write("delete from reworded");
        foreach (var (from, until) in Runs(changed.ConvertAll(c => c.Number))) await Index(s, from, until);
    }

    static Dictionary<string, object> Values(System.Collections.IEnumerable keys) => new() { ["keys"] = keys };

    /// <summary>Numbers in rising order, as runs without gaps.</summary>
    static IEnumerable<(long From, long Until)> Runs(IReadOnlyList<long> numbers)
    {
        for (var i = 0; i < numbers.Count;)
        {
            var from = numbers[i];
            while (++i < numbers.Count && numbers[i] == numbers[i - 1] + 1) { }
            yield return (from, numbers[i - 1]);
        }
    }

    sealed record Worded
    {
        public required Id<Customer> CustomerId { get; init; }
        public required long Number { get; init; }
        public string? ExternalId { get; init; }
        public string? Name { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
        public Id<Unit>? UnitId { get; init; }
        public string? Account { get; init; }
        public required string Words { get; init; }
    }
}

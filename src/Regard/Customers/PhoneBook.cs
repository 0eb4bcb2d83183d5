namespace Regard.Customers;

/// <summary>Who is known by a telephone number, however it is written.</summary>
static class PhoneBook
{
    /// <summary>More customers than these have no number of their own.</summary>
    const int Most = 20;

    /// <summary>Customers that go on under their own key; several where a number is shared.</summary>
    public static async Task<IReadOnlyList<Id<Customer>>> Find(Session s, string number)
    {
        if (Canonical.Phone(number) is not { } sought) return [];
        var found = new HashSet<Id<Customer>>();
        foreach (var asked in CustomerWords.Asked(number))
            foreach (var row in await s.Many<Listed>($"select c.customer_id, c.phone from customers c where {s.Dialect.FoundByWords} limit {Most}", new { words = s.Dialect.Search(asked, []) }))
                if (Canonical.Phone(row.Phone) == sought) found.Add(await Merging.Goer(s, row.CustomerId));
        return [.. found];
    }

    sealed record Listed
    {
        public required Id<Customer> CustomerId { get; init; }
        public string? Phone { get; init; }
    }
}

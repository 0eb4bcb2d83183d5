using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Takes persons and accounts, known again by their external id. An empty cell says nothing: what is known stays.</summary>
public sealed record ImportCustomers(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing, bool DryRun = false) : Intake(File, FileName, Mode, DryRun)
{
    const int AtOnce = 2000;

    internal override ImportKind Kind => ImportKind.Customers;

    internal override async Task<Taken> Take(Session s, Table table, IntakeFile file)
    {
        var last = DryRun ? 0 : await CustomerStore.Lock(s);
        var known = await Known(s, table, file.Columns);
        var rows = new CustomerRows(file, known, await FirstEvents(s, file.Columns, known));
        var keys = new ImportKeys(s.Now);
        var accounts = await Accounts(s, table, file, known, keys);
        var alike = new Alike(s, file.Place);
        await alike.Prepare();
        var flow = new CustomerFlow(s, file, rows, known, accounts, keys, alike, DryRun);
        await flow.Run(last);
        await alike.Judge();
        return new() { Added = flow.Added, Updated = flow.Updated, Unchanged = flow.Unchanged, Lines = flow.Lines, LookAlikesFound = alike.Count, LookAlikes = alike.First };
    }

    /// <summary>Those whom the file names, as customers or as accounts.</summary>
    async Task<Dictionary<string, Customer>> Known(Session s, Table table, FileColumns columns)
    {
        var known = new Dictionary<string, Customer>(StringComparer.Ordinal);
        if (!await CustomerStore.Any(s)) return known;
        var named = IntakeFile.Distinct(table, LargestFile, columns.Find("external_id"));
        named.UnionWith(IntakeFile.Distinct(table, LargestFile, columns.Find("account")));
        foreach (var some in named.Chunk(AtOnce))
            foreach (var c in await s.Many<Customer>($"select {CustomerStore.Columns} from customers c where {s.Dialect.Among("c.external_id", "some")}", new { some })) known[c.ExternalId!] = c;
        return known;
    }

    /// <summary>Of known customers, when the file says since when they are some.</summary>
    static async Task<Dictionary<Id<Customer>, DateOnly>> FirstEvents(Session s, FileColumns columns, Dictionary<string, Customer> known)
    {
        var first = new Dictionary<Id<Customer>, DateOnly>();
        if (!columns.Has("since") || known.Count == 0) return first;
        foreach (var some in known.Values.Select(c => c.CustomerId.Value).Chunk(AtOnce))
        {
            var ids = s.Dialect.Keys(some);
            foreach (var e in await s.Many<FirstEvent>($"select customer_id, min(day) as day from events where {s.Dialect.Among("customer_id", "ids")} group by customer_id", new { ids })) first[e.CustomerId] = e.Day;
        }
        return first;
    }

    sealed record FirstEvent
    {
        public required Id<Customer> CustomerId { get; init; }
        public required DateOnly Day { get; init; }
    }

    /// <summary>Null when the file has no column for them.</summary>
    async Task<AccountBook?> Accounts(Session s, Table table, IntakeFile file, Dictionary<string, Customer> known, ImportKeys keys)
    {
        if (!file.Columns.Has("kind") && !file.Columns.Has("account")) return null;
        var book = await AccountBook.Of(s, known);
        using var csv = table.Open(LargestFile);
        var check = new RowCheck(csv, RowMode.AllOrNothing);
        var named = IntakeFile.Distinct(table, LargestFile, file.Columns.Find("account"));
        book.Read(csv, check, new CustomerRows(file with { Csv = csv, Check = check }, known, new Dictionary<Id<Customer>, DateOnly>()), named, file.Columns.Find("kind"), file.Columns.Find("external_id"), keys, file.Place.Language);
        return book;
    }
}

using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Takes what happened to customers. The same event counts once, however often it comes.</summary>
public sealed record ImportEvents(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing, bool DryRun = false) : Intake(File, FileName, Mode, DryRun)
{
    /// <summary>Three letters; what the file or the company says when left out.</summary>
    public string? Currency { get; init; }

    internal override ImportKind Kind => ImportKind.Events;

    internal override async Task<Taken> Take(Session s, Table table, IntakeFile file)
    {
        var currency = await FileCurrency.Of(s, table, file.Columns, Currency, "amount", "profit", "cost");
        var customers = await KnownCustomers.Of(s, IntakeFile.Distinct(table, LargestFile, file.Columns.Find("customer")), file.Place);
        var assets = await Assets(s, IntakeFile.Distinct(table, LargestFile, file.Columns.Find("asset")), customers);
        var taken = await OwnedFlow.Run(s, new EventRows(file, customers, assets, currency), DryRun);
        if (!DryRun && !file.IsLost) await currency.Settle(s);
        return taken with { Currency = currency.Code };
    }

    static async Task<HashSet<(object, Guid)>> Assets(Session s, HashSet<string> externalIds, Dictionary<string, KnownCustomer> customers)
    {
        var boxed = customers.Values.Select(c => c.Key).ToHashSet();
        var owned = new HashSet<(object, Guid)>();
        foreach (var some in externalIds.Chunk(AtOnce))
        {
            var ids = s.Dialect.Keys(some.Select(id => ImportKeys.Of("asset", id)));
            foreach (var asset in await s.Many<Owned>($"select customer_id, id from assets where {s.Dialect.Among("id", "ids")}", new { ids }))
                if (boxed.Contains(asset.CustomerId.Value)) owned.Add((asset.CustomerId.Value, asset.Id.Value));
        }
        return owned;
    }

    const int AtOnce = 2000;

    sealed record Owned
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Asset> Id { get; init; }
    }
}

using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Takes vehicles, machines and whatever else customers have and the company serves.</summary>
public sealed record ImportAssets(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing, bool DryRun = false) : Intake(File, FileName, Mode, DryRun)
{
    const int AtOnce = 2000;

    internal override ImportKind Kind => ImportKind.Assets;

    internal override async Task<Taken> Take(Session s, Table table, IntakeFile file)
    {
        var names = IntakeFile.Distinct(table, LargestFile, file.Columns.Find("customer"));
        var customers = await KnownCustomers.Of(s, names, file.Place);
        var held = await Held(s, IntakeFile.Distinct(table, LargestFile, file.Columns.Find("asset_id")));
        var alike = new Alike(s, file.Place);
        var taken = await OwnedFlow.Run(s, new AssetRows(file, customers, held), DryRun);
        if (!DryRun && !file.IsLost && taken.Added + taken.Updated > 0) await CustomerStore.Reword(s, [.. customers.Values.Select(c => new Id<Customer>((Guid)c.Key))]);
        await alike.Plates(table, LargestFile, file.Columns, customers);
        return taken with { LookAlikesFound = alike.Count, LookAlikes = alike.First };
    }

    static async Task<Dictionary<Guid, object>> Held(Session s, HashSet<string> externalIds)
    {
        var held = new Dictionary<Guid, object>();
        foreach (var some in externalIds.Chunk(AtOnce))
        {
            var ids = s.Dialect.Keys(some.Select(id => ImportKeys.Of("asset", id)));
            foreach (var asset in await s.Many<Holder>($"select customer_id, id from assets where {s.Dialect.Among("id", "ids")} and (until_day is null or until_day >= @Today)", new { ids, s.Today }))
                held[asset.Id.Value] = asset.CustomerId.Value;
        }
        return held;
    }

    sealed record Holder
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Asset> Id { get; init; }
    }
}

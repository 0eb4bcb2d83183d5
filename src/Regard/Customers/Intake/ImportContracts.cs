using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Takes contracts. Their beginnings and ends show among the customer's events by themselves.</summary>
public sealed record ImportContracts(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing, bool DryRun = false) : Intake(File, FileName, Mode, DryRun)
{
    const int AtOnce = 2000;

    /// <summary>Three letters; what the file or the company says when left out.</summary>
    public string? Currency { get; init; }

    internal override ImportKind Kind => ImportKind.Contracts;

    internal override async Task<Taken> Take(Session s, Table table, IntakeFile file)
    {
        var currency = await FileCurrency.Of(s, table, file.Columns, Currency, "yearly_amount");
        var customers = await KnownCustomers.Of(s, IntakeFile.Distinct(table, LargestFile, file.Columns.Find("customer")), file.Place);
        var agreed = await Agreed(s, IntakeFile.Distinct(table, LargestFile, file.Columns.Find("contract_id")));
        var taken = await OwnedFlow.Run(s, new ContractRows(file, customers, agreed, currency), DryRun);
        if (!DryRun && !file.IsLost && file.Columns.Has("yearly_amount")) await currency.Settle(s);
        return taken with { Currency = currency.Code };
    }

    static async Task<Dictionary<Guid, object>> Agreed(Session s, HashSet<string> externalIds)
    {
        var agreed = new Dictionary<Guid, object>();
        foreach (var some in externalIds.Chunk(AtOnce))
        {
            var ids = s.Dialect.Keys(some.Select(id => ImportKeys.Of("contract", id)));
            foreach (var contract in await s.Many<Holder>($"select customer_id, id from contracts where {s.Dialect.Among("id", "ids")}", new { ids })) agreed[contract.Id.Value] = contract.CustomerId.Value;
        }
        return agreed;
    }

    sealed record Holder
    {
        public required Id<Customer> CustomerId { get; init; }
        public required Id<Contract> Id { get; init; }
    }
}

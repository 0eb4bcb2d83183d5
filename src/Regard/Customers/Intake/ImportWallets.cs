using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Takes what share of their spending customers leave with us, and for whom we are the first choice.</summary>
public sealed record ImportWallets(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing, bool DryRun = false) : Intake(File, FileName, Mode, DryRun)
{
    internal override ImportKind Kind => ImportKind.Wallets;

    internal override async Task<Taken> Take(Session s, Table table, IntakeFile file)
    {
        var customers = await KnownCustomers.Of(s, IntakeFile.Distinct(table, LargestFile, file.Columns.Find("customer")), file.Place);
        return await OwnedFlow.Run(s, new WalletRows(file, customers, s.Caller.Person?.Value), DryRun);
    }
}

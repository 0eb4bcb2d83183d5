using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Takes what customers said about being asked and written to, by purpose and channel.</summary>
public sealed record ImportConsents(Stream File, string FileName, RowMode Mode = RowMode.AllOrNothing, bool DryRun = false) : Intake(File, FileName, Mode, DryRun)
{
    internal override ImportKind Kind => ImportKind.Consents;

    internal override async Task<Taken> Take(Session s, Table table, IntakeFile file)
    {
        var customers = await KnownCustomers.Of(s, IntakeFile.Distinct(table, LargestFile, file.Columns.Find("customer")), file.Place);
        return await OwnedFlow.Run(s, new ConsentRows(file, customers, s.Caller.Person?.Value), DryRun);
    }
}

using Regard.Files;
namespace Regard.Customers.Intake;

public sealed record ShowCustomerImport(Id<Import> Id) : Question<Import>
{
    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<Import> Run(Session s)
    {
        var import = await s.One<ImportRow>($"{ImportRow.Select} where i.id = @Id and i.wave_id is null and i.kind not in ('{nameof(ImportKind.Metrics)}', '{nameof(ImportKind.Needs)}')", new { Id }, Words.Of("There is no such import."));
        return import.PersonId == s.Caller.Person || (await IntakePlace.Of(s)).CaresForAll ? import.Read() : throw new NotFound("There is no such import.");
    }
}

using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>The rows of a file about customers that were turned away, as a CSV file with what is wrong in one more column.</summary>
public sealed record CustomerBadRows(Id<Import> Id) : Question<string>
{
    internal override Permission Needs => Permission.EditCustomers;

    internal override async Task<string> Run(Session s)
    {
        await new ShowCustomerImport(Id).Run(s);
        return await s.Maybe<string>("select bad_rows from imports where id = @Id", new { Id }) ?? throw new NotFound("This import turned no rows away.");
    }
}

using Regard.Files;
namespace Regard.Surveys;

/// <summary>The rows that were turned away, as a CSV file with what is wrong in one more column.</summary>
public sealed record ImportBadRows(Id<Import> Id) : Question<string>
{
    internal override Permission Needs => Permission.DoFieldwork;

    internal override async Task<string> Run(Session s) =>
        await s.Maybe<string>("select bad_rows from imports where id = @Id and wave_id is not null", new { Id }) ?? throw new NotFound("This import turned no rows away.");
}

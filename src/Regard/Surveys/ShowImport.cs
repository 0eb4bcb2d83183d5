using Regard.Files;
namespace Regard.Surveys;

public sealed record ShowImport(Id<Import> Id) : Question<Import>
{
    internal override Permission Needs => Permission.DoFieldwork;

    internal override async Task<Import> Run(Session s) => (await s.One<ImportRow>($"{ImportRow.Select} where i.id = @Id and i.wave_id is not null", new { Id }, Words.Of("There is no such import."))).Read();
}

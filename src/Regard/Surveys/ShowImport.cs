using Regard.Files;
namespace Regard.Surveys;

public sealed record ShowImport(Id<Import> Id) : Question<Import>
{
    internal override Permission Needs => Permission.DoFieldwork;

    internal override async Task<Import> Run(Session s) => (await s.One<ListImports.Row>("""
        select i.id, i.wave_id, i.kind, i.made_at, p.name as made_by, i.report, i.bad_rows is not null as has_bad_rows
        from imports i left join people p on p.id = i.made_by
        where i.id = @Id
        """, new { Id }, Words.Of("There is no such import."))).Read();
}

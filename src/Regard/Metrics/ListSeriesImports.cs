using Regard.Files;
using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>The files of values that came in, newest first: all of them for who cares for the whole company, else one's own.</summary>
public sealed record ListSeriesImports(int Most = 30) : Question<IReadOnlyList<Import>>
{
    internal override Permission Needs => Permission.EditMetrics;

    internal override async Task<IReadOnlyList<Import>> Run(Session s)
    {
        var all = await WholeCompany.Is(s, Needs);
        return [.. (await s.Many<ImportRow>($"{ImportRow.Select} where i.kind = '{nameof(ImportKind.Metrics)}' {(all ? "" : "and i.made_by = @Person")} order by i.made_at desc, i.id desc limit @Most", new { s.Caller.Person, Most })).Select(r => r.Read())];
    }
}

/// <summary>What became of the lines of a file of values.</summary>
public sealed record ShowSeriesImport(Id<Import> Id) : Question<Import>
{
    internal override Permission Needs => Permission.EditMetrics;

    internal override async Task<Import> Run(Session s)
    {
        var import = await s.One<ImportRow>($"{ImportRow.Select} where i.id = @Id and i.kind = '{nameof(ImportKind.Metrics)}'", new { Id }, Words.Of("There is no such import."));
        return import.PersonId == s.Caller.Person || await WholeCompany.Is(s, Needs) ? import.Read() : throw new NotFound("There is no such import.");
    }
}

/// <summary>The lines that were turned away, as a CSV file with what is wrong in one more column.</summary>
public sealed record SeriesBadRows(Id<Import> Id) : Question<string>
{
    internal override Permission Needs => Permission.EditMetrics;

    internal override async Task<string> Run(Session s)
    {
        await new ShowSeriesImport(Id).Run(s);
        return await s.Maybe<string>("select bad_rows from imports where id = @Id", new { Id }) ?? throw new NotFound("This import turned no rows away.");
    }
}

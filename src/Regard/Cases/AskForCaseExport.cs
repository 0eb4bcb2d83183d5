namespace Regard.Cases;

/// <summary>Notes in the trail that somebody takes a list of cases along. Without it there is no export.</summary>
public sealed record AskForCaseExport(CaseFilter Filter, CaseSort Sort = CaseSort.Due) : Change<CaseExportPass>
{
    internal override Permission Needs => Permission.SeeCases;
    internal override string Subject => $"{Filter.Subject} {Sort}".Trim();
    internal override IEnumerable<Problem> Check() => Filter.Problems();

    internal override async Task<CaseExportPass> Run(Session s)
    {
        if (Filter.Unit is { } unit && !(await CaseSight.Of(s)).Cares(unit)) throw new NotFound("There is no such unit in your care.");
        return new(Filter, Sort);
    }
}

/// <summary>Only <see cref="AskForCaseExport"/> makes one and only <see cref="ExportCases"/> reads it.</summary>
public sealed class CaseExportPass
{
    internal CaseExportPass(CaseFilter filter, CaseSort sort) => (Filter, Sort) = (filter, sort);
    internal CaseFilter Filter { get; }
    internal CaseSort Sort { get; }
}

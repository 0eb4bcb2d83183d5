namespace Regard.Cases;

/// <summary>How many open cases wait: the caller's own, those offered to the caller, and all in sight that are late.</summary>
public sealed record CountCases : Question<CaseCounts>
{
    internal override Permission Needs => Permission.SignedIn;

    internal override async Task<CaseCounts> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        Task<int> Of(CaseFilter filter) => new ListCases(filter).Count(s, sight);
        return new(await Of(new()), await Of(new() { Mine = true }), await Of(new() { Mine = true, Overdue = true }), await Of(new() { Offered = true }), await Of(new() { Overdue = true }));
    }
}

/// <summary>Each up to <see cref="ListCases.MostCounted"/>.</summary>
public sealed record CaseCounts(int Open, int Mine, int MineLate, int Offered, int Late);

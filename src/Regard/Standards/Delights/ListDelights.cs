namespace Regard.Standards;

/// <summary>What may be done for a customer that nobody expects: the catalogue as it holds.</summary>
public sealed record ListDelights : Question<IReadOnlyList<Delight>>
{
    internal override Permission Needs => Permission.HandleCases;
    internal override async Task<IReadOnlyList<Delight>> Run(Session s) => await s.Many<Delight>("select id, names, dropped_at from delights where dropped_at is null order by made_at, id");
}

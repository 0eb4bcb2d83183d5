namespace Regard.Loyalty;

/// <summary>Lines of the ledger that say by how many points they raised the satisfaction of how many customers.</summary>
sealed record CostsOfPoints : Question<IReadOnlyList<Cost>>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<IReadOnlyList<Cost>> Run(Session s) =>
        [.. (await Cost.Of(s, (await Organisation.UnitStore.Tree(s, s.Today)).All.Select(u => u.Id))).Where(c => c.Kind == CostKind.Satisfaction && c.Points is not null && c.Customers is not null)];
}

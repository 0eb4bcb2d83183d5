namespace Regard.Standards;

/// <summary>Demands it no more after a day; what was held against it stays.</summary>
public sealed record RetireStandard(Id<Standard> Id, DateOnly LastDay) : Change<Done>
{
    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{Id} {LastDay:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s)
    {
        await AddStandard.Lock(s);
        var versions = await StandardStore.Versions(s, Id);
        if (versions[^1].UntilDay is { } ended) throw new Refused("It was given up on {0:yyyy-MM-dd} already.", ended);
        if (LastDay < versions[0].FromDay) throw new Invalid(nameof(LastDay), "It holds since {0:yyyy-MM-dd}; its last day cannot lie before.", versions[0].FromDay);
        foreach (var v in versions.Where(v => !(v.UntilDay <= LastDay)))
            await StandardStore.End(s, v, v.FromDay > LastDay ? v.FromDay.AddDays(-1) : LastDay);
        return default;
    }
}

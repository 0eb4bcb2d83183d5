namespace Regard.Standards;

/// <summary>Ends what was demanded on the day before, and demands something else from a day on.</summary>
/// <param name="Version">The newest when it was read.</param>
public sealed record ChangeStandard(Id<Standard> Id, long Version, StandardTerms Terms, DateOnly FromDay) : Change<long>
{
    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{Id} {FromDay:yyyy-MM-dd}";
    internal override IEnumerable<Problem> Check() => Terms.Check();

    internal override async Task<long> Run(Session s)
    {
        await AddStandard.Lock(s);
        var last = (await StandardStore.Versions(s, Id))[^1];
        if (last.Version != Version) throw Stale.SavedMeanwhile(last.MadeBy, last.MadeAt);
        if (last.UntilDay is { } ended) throw new Refused("It was given up on {0:yyyy-MM-dd}. Add a new standard instead.", ended);
        if (FromDay < last.FromDay) throw new Invalid(nameof(FromDay), "What is demanded now holds since {0:yyyy-MM-dd}; a change cannot begin before.", last.FromDay);
        await AddStandard.Demand(s, Terms);
        await StandardStore.End(s, last, FromDay.AddDays(-1));
        await StandardStore.Write(s, Id, last.Version + 1, last.Code, Terms, FromDay);
        return last.Version + 1;
    }
}

namespace Regard.Standards;

/// <summary>Makes the statement the one to work by; each of its four traits needs evidence.</summary>
public sealed record ApproveStrategy(long Number) : Change<Done>
{
    internal override Permission Needs => Permission.EditStandards;
    internal override string Subject => $"{Number}";

    internal override async Task<Done> Run(Session s)
    {
        var newest = await StrategyStore.Newest(s);
        if (newest.Number != Number) throw Stale.SavedMeanwhile(newest.MadeBy, newest.MadeAt ?? s.Now);
        if (newest.ApprovedAt is not null) throw new Refused("It is approved already.");
        if (newest.Traits.Missing.FirstOrDefault() is { } missing) throw new Refused("It cannot be approved without evidence: {0}", missing.Name);
        await s.Write("update strategies set approved_by = @Person, approved_at = @Now where number = @Number", new { s.Caller.Person, s.Now, Number });
        return default;
    }
}

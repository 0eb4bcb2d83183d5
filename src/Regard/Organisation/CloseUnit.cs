namespace Regard.Organisation;

/// <summary>From that day the unit does no more business. Nothing of its past is lost.</summary>
public sealed record CloseUnit(Id<Unit> UnitId, DateOnly Day) : Change<Done>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => $"{UnitId} {Day:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.Lock(s);
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        var last = (await UnitStore.Places(s)).Last(UnitId);
        if (last.ParentId is null) throw new Refused("{0} is the root of the company and cannot be closed.", unit.Name);
        if (unit.ClosedOn is { } closed) throw new Refused("{0} is closed from {1:yyyy-MM-dd} already.", unit.Name, closed);
        if (Day <= last.FromDay) throw new Invalid(nameof(Day), "{0} has its present place since {1:yyyy-MM-dd}. Choose a later day.", unit.Name, last.FromDay);
        foreach (var tree in new[] { await UnitStore.Tree(s, Day), await UnitStore.Tree(s, DateOnly.MaxValue) })
            if (tree.ChildrenOf(UnitId).FirstOrDefault(c => c.IsOpenOn(Day)) is { } child)
                throw new Refused("{0} still has {1} under it on that day. Move or close that first.", unit.Name, child.Name);
        await s.Write("update units set closed_on = @Day where id = @UnitId", new { UnitId, Day });
        return default;
    }
}

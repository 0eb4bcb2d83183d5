namespace Regard.Organisation;

/// <summary>Takes back the latest move of a unit, planned or made: it stands where it stood before.</summary>
public sealed record WithdrawMove(Id<Unit> UnitId) : Change<Done>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => UnitId.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.Lock(s);
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        var places = await UnitStore.Places(s);
        var last = places.Last(UnitId);
        var before = places.Where(p => p.UnitId == UnitId && p != last).MaxBy(p => p.FromDay)
            ?? throw new Refused("{0} was never moved.", unit.Name);
        if (places.Where(p => p != last).ToList().LoopFrom(last.FromDay) is { } day)
            throw new Refused("Taking this move back would put {0} under a part of itself from {1:yyyy-MM-dd}.", unit.Name, day);
        if (before.ParentId is { } parent) (await UnitStore.Tree(s, last.FromDay)).MustTakeChild(parent, nameof(UnitId));
        await s.Write("delete from unit_places where unit_id = @UnitId and from_day = @FromDay", new { UnitId, last.FromDay });
        return default;
    }
}

namespace Regard.Organisation;

/// <summary>From a day on the unit, with all below it, stands under another parent. What was before stays under the old one.</summary>
public sealed record MoveUnit(Id<Unit> UnitId, Id<Unit> NewParentId, DateOnly FromDay) : Change<Done>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => $"{UnitId} {NewParentId} {FromDay:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.Lock(s);
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        await UnitStore.InCareToday(s, NewParentId, Needs);
        var places = await UnitStore.Places(s);
        var last = places.Last(UnitId);
        if (unit.Kind == UnitKind.Competitor) throw new Refused("{0} is a competitor and stands apart from the company's tree.", unit.Name);
        if (last.ParentId is null) throw new Refused("{0} is the root of the company and stays where it is.", unit.Name);
        if (FromDay <= last.FromDay) throw new Invalid(nameof(FromDay), "{0} has its present place since {1:yyyy-MM-dd}. Choose a later day.", unit.Name, last.FromDay);
        if (last.ParentId == NewParentId) throw new Invalid(nameof(NewParentId), "{0} stands there already.", unit.Name);
        if (unit.ClosedOn is { } closed) throw new Refused("{0} closes on {1:yyyy-MM-dd} and can no longer be moved.", unit.Name, closed);
        var moved = new UnitPlace { UnitId = UnitId, FromDay = FromDay, ParentId = NewParentId };
        if (((IReadOnlyList<UnitPlace>)[.. places, moved]).LoopFrom(FromDay) is not null)
            throw new Invalid(nameof(NewParentId), "{0} cannot stand under itself or under a part of itself.", unit.Name);
        (await UnitStore.Tree(s, FromDay)).MustTakeChild(NewParentId, nameof(NewParentId));
        await UnitStore.Place(s, UnitId, FromDay, NewParentId);
        return default;
    }
}

namespace Regard.Organisation;

/// <summary>Takes back the closing of a unit.</summary>
public sealed record ReopenUnit(Id<Unit> UnitId) : Change<Done>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => UnitId.ToString();

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.Lock(s);
        var unit = await UnitStore.InCareToday(s, UnitId, Needs);
        if (unit.ClosedOn is not { } closed) throw new Refused("{0} is open.", unit.Name);
        var tree = await UnitStore.Tree(s, closed);
        if (tree.ParentOf(UnitId) is { } parent) tree.MustTakeChild(parent, nameof(UnitId));
        await s.Write("update units set closed_on = null where id = @UnitId", new { UnitId });
        return default;
    }
}

namespace Regard.Organisation;

/// <summary>Another name for the same unit; its code and its past stay.</summary>
public sealed record RenameUnit(Id<Unit> UnitId, string Name) : Change<Done>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => UnitId.ToString();
    internal override IEnumerable<Problem> Check() => Unit.NameProblems(Name);

    internal override async Task<Done> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        await s.Write("update units set name = @name where id = @UnitId", new { UnitId, name = Name.Trim() });
        return default;
    }
}

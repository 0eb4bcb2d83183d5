namespace Regard.Organisation;

/// <summary>A new part of the company, under its parent from a day on.</summary>
public sealed record AddUnit(string Code, string Name, UnitKind Kind, Id<Unit> ParentId, DateOnly FromDay) : Change<Id<Unit>>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => Code;
    internal override IEnumerable<Problem> Check() => Unit.Problems(Code, Name);

    internal override async Task<Id<Unit>> Run(Session s)
    {
        await UnitStore.Lock(s);
        await UnitStore.InCareToday(s, ParentId, Needs);
        if (await s.Maybe<string>("select code from units where code = @Code", new { Code = Code.Trim() }) is not null)
            throw new Invalid(nameof(Code), "Another unit has the code {0} already.", Code.Trim());
        (await UnitStore.Tree(s, FromDay)).MustTakeChild(ParentId, nameof(ParentId));
        return await UnitStore.Add(s, Code, Name, Kind, ParentId, FromDay);
    }
}

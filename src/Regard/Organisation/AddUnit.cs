namespace Regard.Organisation;

/// <summary>A new part of the company, under its parent from a day on; a competitor has none.</summary>
public sealed record AddUnit(string Code, string Name, UnitKind Kind, Id<Unit>? ParentId, DateOnly FromDay) : Change<Id<Unit>>
{
    internal override Permission Needs => Permission.EditOrganisation;
    internal override string Subject => Code;
    internal override IEnumerable<Problem> Check() =>
        ParentId is null && Kind != UnitKind.Competitor ? Unit.Problems(Code, Name).Append(new(nameof(ParentId), "Choose a unit.")) : Unit.Problems(Code, Name);

    internal override async Task<Id<Unit>> Run(Session s)
    {
        await UnitStore.Lock(s);
        if (Kind != UnitKind.Competitor) await UnitStore.InCareToday(s, ParentId!.Value, Needs);
        else await DemandWholeCompany(s);
        if (await s.Maybe<string>("select code from units where code = @Code", new { Code = Code.Trim() }) is not null)
            throw new Invalid(nameof(Code), "Another unit has the code {0} already.", Code.Trim());
        if (Kind == UnitKind.Competitor) return await UnitStore.Add(s, Code, Name, Kind, parent: null, Unit.FirstDay);
        (await UnitStore.Tree(s, FromDay)).MustTakeChild(ParentId!.Value, nameof(ParentId));
        return await UnitStore.Add(s, Code, Name, Kind, ParentId, FromDay);
    }

    async Task DemandWholeCompany(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var care = tree.InCare(s.Caller, Needs);
        if (!tree.Roots.All(r => care.Contains(r.Id))) throw new Refused(Words.Of("Competitors are added for the whole company; your role covers a part of it only."), forbidden: true);
    }
}

using Regard.Organisation;
using Regard.Work;
namespace Regard.Visits;

/// <summary>What is broken and not mended, the most urgent first; then what was mended lately.</summary>
/// <param name="UnitId">With all units below it.</param>
public sealed record ListDefects(Id<Unit>? UnitId = null) : Question<DefectList>
{
    const int MostMended = 50;

    internal override Permission Needs => Permission.SeeVisits;

    internal override async Task<DefectList> Run(Session s)
    {
        var sight = await VisitSight.Of(s);
        if (UnitId is { } asked && !sight.Sees.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var own = sight.Tree.All.Where(u => sight.Sees.Contains(u.Id)).ToList();
        var units = UnitId is { } under ? sight.Tree.Under(under).Select(u => u.Id) : own.Select(u => u.Id);
        var values = new Dictionary<string, object?> { ["units"] = s.Dialect.Keys(units.Select(u => u.Value)) };
        var (open, mended) = ($"{DefectStore.Select} where f.mended_at is null and {s.Dialect.Among("f.unit_id", "units")} order by f.due_on, f.number",
            $"{DefectStore.Select} where f.mended_at is not null and {s.Dialect.Among("f.unit_id", "units")} order by f.mended_at desc, f.number limit {MostMended}");
        return new(await CalendarStore.CompanyDay(s), await s.Many<Defect>(open, values), await s.Many<Defect>(mended, values), [.. own.Select(u => new VisitPlace(u.Id, u.Name, sight.Tree.PathTo(u.Id).Count - 1, false))]);
    }
}

public sealed record DefectList(DateOnly Today, IReadOnlyList<Defect> Open, IReadOnlyList<Defect> Mended, IReadOnlyList<VisitPlace> Units);

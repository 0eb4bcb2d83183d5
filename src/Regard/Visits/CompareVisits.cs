using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Visits;

/// <summary>What visits by one form found: unit by unit, by role met, and item by item beside competitors visited by the same list.</summary>
/// <param name="FormId">The one most used, if left out.</param>
/// <param name="UnitId">Ours, with all units below it; all in care, if left out.</param>
public sealed record CompareVisits(Id<Form>? FormId = null, Id<Unit>? UnitId = null, DateOnly? From = null, DateOnly? Until = null) : Question<VisitComparison>
{
    const int UsualDays = 365;

    internal override Permission Needs => Permission.SeeVisits;

    internal override async Task<VisitComparison> Run(Session s)
    {
        var sight = await VisitSight.Of(s);
        if (UnitId is { } asked && !sight.Sees.Contains(asked)) throw new NotFound("There is no such unit in your care.");
        var (from, until) = (From ?? s.Today.AddDays(-UsualDays), Until ?? s.Today.AddDays(1));
        var all = await s.Many<VisitRatings>($"""
            select v.number, v.kind, v.unit_id, v.form_version_id, fv.form_id, v.visitor_id, v.person_id, p.name as person_name, v.role_met, v.shift, v.day, v.score, v.ratings
            from visits v join form_versions fv on fv.id = v.form_version_id left join people p on p.id = v.person_id
            where v.day >= @from and v.day <= @until and {s.Dialect.Among("v.unit_id", "sees")} order by v.number
            """, new Dictionary<string, object?> { ["from"] = from, ["until"] = until, ["sees"] = s.Dialect.Keys(sight.Sees.Select(u => u.Value)) });
        var competitors = sight.Tree.Competitors.Where(c => sight.Sees.Contains(c.Id)).ToList();
        var own = (UnitId is { } under ? sight.Tree.Under(under) : sight.Tree.All.Where(u => sight.Sees.Contains(u.Id))).ToList();
        var used = all.GroupBy(v => v.FormId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Value).Select(g => g.Key).ToList();
        Id<Form>? form = FormId ?? (used.Count > 0 ? used[0] : null);
        var visits = all.Where(v => v.FormId == form).ToList();
        var versions = new Dictionary<Id<FormVersion>, FormVersion>();
        foreach (var id in visits.Select(v => v.FormVersionId).Distinct()) versions[id] = await new ShowFormVersion(id).Run(s);
        var ours = visits.Where(v => own.Any(u => u.Id == v.UnitId)).ToList();
        var columns = new List<(VisitColumn Column, List<VisitRatings> Visits)> { (new(UnitId, UnitId is { } one ? sight.Tree.Find(one)!.Name : null, false, Mean(ours)), ours) };
        columns.AddRange(competitors.Select(c => (c, Of: visits.Where(v => v.UnitId == c.Id).ToList())).Where(c => c.Of.Count > 0).Select(c => (new VisitColumn(c.c.Id, c.c.Name, true, Mean(c.Of)), c.Of)));
        var parts = new VisitParts(versions);
        var items = Items(versions, columns, parts);
        IReadOnlyList<VisitShiftScore> ByShift(IReadOnlyCollection<VisitRatings> some) => [.. ShiftsMet.All.Select(x => new VisitShiftScore(x, Mean(some.Where(v => v.Shift == x)))).Where(x => x.Mean.N > 0)];
        return new()
        {
            From = from, Until = until, FormId = form, UnitId = UnitId,
            Forms = [.. (await new ListForms().Run(s)).Where(f => used.Contains(f.Id)).Select(f => new VisitFormUsed(f.Id, f.Name))],
            Units = [.. sight.Tree.All.Where(u => sight.Sees.Contains(u.Id)).Select(u => new VisitPlace(u.Id, u.Name, sight.Tree.PathTo(u.Id).Count - 1, false))],
            Columns = [.. columns.Select(c => c.Column)], Items = items, Parts = parts.Titles,
            Stores = [.. own.Select(u => new VisitUnitScore(u.Id, u.Name, Mean(visits.Where(v => v.UnitId == u.Id)))).Where(u => u.Mean.N > 0).OrderByDescending(u => u.Mean.Value)],
            Roles = [.. RolesMet.All.Select(r => new VisitRoleScore(r, Mean(ours.Where(v => v.RoleMet == r)))).Where(r => r.Mean.N > 0)],
            People = [.. ours.Where(v => v.PersonId is not null && sight.Judges.Contains(v.UnitId)).GroupBy(v => (v.PersonId, v.PersonName)).Select(g => g.ToList())
                .Select(g => new VisitPersonScore(g[0].PersonName!, Mean(g), ByShift(g), parts.Means(g), [.. items.Select(i => parts.Step(g, i.Key))])).OrderByDescending(p => p.Mean.Value)],
            Shifts = ByShift(ours),
            Agreement = VisitAgreement.Of(visits, versions.ToDictionary(v => v.Key, v => v.Value.Slots)),
        };
    }

    static VisitMean Mean(IEnumerable<VisitRatings> visits) => VisitMean.Of([.. visits.Select(v => v.Score).OfType<double>()]);

    /// <summary>By key over the versions of the form, in the words of the newest one.</summary>
    static IReadOnlyList<VisitItemRow> Items(Dictionary<Id<FormVersion>, FormVersion> versions, List<(VisitColumn Column, List<VisitRatings> Visits)> columns, VisitParts parts)
    {
        if (versions.Count == 0) return [];
        var newest = versions.Values.MaxBy(v => v.Number)!;
        return [.. from slot in newest.Slots
                   where slot.Part == Part.Delivered
                   select new VisitItemRow(slot.Key, newest.Document.Find(slot.ItemKey)!.Title, slot.Indicator,
                       [.. columns.Select(c => parts.Step(c.Visits, slot.Key))])];
    }
}

public sealed record VisitComparison
{
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    public Id<Form>? FormId { get; init; }
    public Id<Unit>? UnitId { get; init; }
    public required IReadOnlyList<VisitFormUsed> Forms { get; init; }
    public required IReadOnlyList<VisitPlace> Units { get; init; }
    /// <summary>Ours first, then each competitor that was visited.</summary>
    public required IReadOnlyList<VisitColumn> Columns { get; init; }
    public required IReadOnlyList<VisitItemRow> Items { get; init; }
    public required IReadOnlyList<VisitUnitScore> Stores { get; init; }
    public required IReadOnlyList<VisitRoleScore> Roles { get; init; }
    /// <summary>Only colleagues of units that the caller leads.</summary>
    public required IReadOnlyList<VisitPersonScore> People { get; init; }
    public required VisitAgreement Agreement { get; init; }
    public required IReadOnlyList<VisitShiftScore> Shifts { get; init; }
    /// <summary>Titles of the form's pages.</summary>
    public required IReadOnlyList<Text> Parts { get; init; }
}

public sealed record VisitFormUsed(Id<Form> Id, string Name);

/// <param name="Name">Null for all of ours in care.</param>
public sealed record VisitColumn(Id<Unit>? UnitId, string? Name, bool IsCompetitor, VisitMean Mean);
public sealed record VisitItemRow(string Key, Text Title, string? Indicator, IReadOnlyList<VisitMean> Cells);
public sealed record VisitUnitScore(Id<Unit> Id, string Name, VisitMean Mean);
public sealed record VisitRoleScore(RoleMet Role, VisitMean Mean);
public sealed record VisitShiftScore(ShiftMet Shift, VisitMean Mean);

/// <param name="Parts">Page by page of the form.</param>
/// <param name="Steps">Item by item: of a check, how often it was done.</param>
public sealed record VisitPersonScore(string Name, VisitMean Mean, IReadOnlyList<VisitShiftScore> Shifts, IReadOnlyList<VisitMean> Parts, IReadOnlyList<VisitMean> Steps);

using Regard.Organisation;
namespace Regard.Visits;

/// <summary>The visits the caller sees, newest first.</summary>
/// <param name="UnitId">With all units below it.</param>
/// <param name="Page">From 1.</param>
public sealed record ListVisits(Id<Unit>? UnitId = null, VisitKind? Kind = null, DateOnly? From = null, DateOnly? Until = null, int Page = 1) : Question<VisitList>
{
    public const int PageSize = 50;

    internal override Permission Needs => Permission.DoVisits;

    internal override async Task<VisitList> Run(Session s)
    {
        var sight = await VisitSight.Of(s);
        if (UnitId is { } unit && s.Caller.May(Permission.SeeVisits) && !sight.Sees.Contains(unit)) throw new NotFound("There is no such unit in your care.");
        var values = sight.Values(s);
        (values["kind"], values["from"], values["until"]) = (Kind?.ToString() ?? "", From ?? default, Until ?? default);
        values["units"] = s.Dialect.Keys(UnitId is { } under ? sight.Tree.Under(under).Select(u => u.Id.Value) : []);
        var where = $"{VisitSight.Where(s)}{(Kind is null ? "" : " and v.kind = @kind")}{(From is null ? "" : " and v.day >= @from")}{(Until is null ? "" : " and v.day <= @until")}{(UnitId is null ? "" : $" and {s.Dialect.Among("v.unit_id", "units")}")}";
        var scores = await s.Many<ScoreRow>($"select v.score, v.unit_id from visits v where {where}", values);
        var pages = Math.Max(1, (scores.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(Page, 1, pages);
        var rows = await s.Many<Visit>($"{VisitStore.Select} where {where} order by v.day desc, v.number desc limit {PageSize} offset {(page - 1) * PageSize}", values);
        var competitors = sight.Tree.Competitors.Select(c => c.Id).ToHashSet();
        return new()
        {
            Visits = [.. rows.Select(sight.Masked)], Total = scores.Count, Page = page, Pages = pages,
            Mean = VisitMean.Of([.. scores.Where(r => UnitId is not null || !competitors.Contains(r.UnitId)).Select(r => r.Score).OfType<double>()]),
            Units = [.. sight.Tree.Asked.Where(u => sight.Sees.Contains(u.Id)).Select(u => new VisitPlace(u.Id, u.Name, sight.Tree.PathTo(u.Id).Count - 1, competitors.Contains(u.Id)))],
            OpenDefects = s.Caller.May(Permission.SeeVisits) ? await DefectStore.CountOpen(s, sight) : 0,
        };
    }

    sealed record ScoreRow
    {
        public double? Score { get; init; }
        public required Id<Unit> UnitId { get; init; }
    }
}

public sealed record VisitList
{
    public required IReadOnlyList<Visit> Visits { get; init; }
    public required int Total { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    /// <summary>Of all visits that fit; competitors count only when one is asked for.</summary>
    public required VisitMean Mean { get; init; }
    public required IReadOnlyList<VisitPlace> Units { get; init; }
    public required long OpenDefects { get; init; }
}

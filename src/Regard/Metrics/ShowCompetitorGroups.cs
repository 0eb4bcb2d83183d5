using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>The company, or a unit of it, against groups of its competitors, by the index and the dimensions of the customers' last wave.</summary>
public sealed record ShowCompetitorGroups(Id<Unit>? UnitId = null) : Question<CompetitorGroupsView>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<CompetitorGroupsView> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        var competitors = sight.Competitors.ToList();
        var groups = (await s.Many<GroupRow>("select unit_id, name from competitor_groups")).ToDictionary(g => g.UnitId, g => g.Name);
        var view = new CompetitorGroupsView
        {
            Place = sight.Place, MayEdit = s.Caller.May(Permission.EditMetrics) && await WholeCompany.Is(s, Permission.EditMetrics),
            Competitors = [.. competitors.Select(c => new GroupedCompetitor(UnitLabel.Of(c), groups.GetValueOrDefault(c.Id)))],
        };
        if (competitors.Count == 0 || await WaveScores.Last(s) is not { } wave) return view;
        var scores = (await WaveScores.All(s, wave.Id, competitors.Select(c => c.Id).Append(sight.Unit.Id))).ToLookup(r => r.Measure);
        var names = view.Competitors.Select(c => c.Group).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        Estimate Of(string measure, IReadOnlyCollection<Id<Unit>> units) => Mean([.. scores[measure].Where(r => units.Contains(r.UnitId) && r.StandardError is not null)]);
        return view with
        {
            Wave = wave.Name, Groups = names,
            Rows = [.. (await WaveScores.Nodes(s, wave)).Where(n => !n.Code.StartsWith("indicator:", StringComparison.Ordinal) && scores.Contains(n.Code)).Select(n =>
            {
                var own = Of(n.Code, [sight.Unit.Id]);
                return new CompetitorGroupRow(n, own, [.. names.Select(name => Of(n.Code, [.. view.Competitors.Where(c => c.Group == name).Select(c => c.Unit.Id)])).Select(g => new GroupAgainst(g, Difference(own, g)))]);
            })],
        };
    }

    /// <summary>Of independent samples, each competitor counting once.</summary>
    static Estimate Mean(IReadOnlyList<WaveScore> of) => of.Count == 0 ? Estimate.Withhold(Withholding.Unmeasured, 0)
        : Estimate.Of(of.Average(r => r.Value), Math.Sqrt(of.Sum(r => r.StandardError!.Value * r.StandardError.Value)) / of.Count, null, of.Sum(r => r.N ?? 0));

    static Estimate Difference(Estimate own, Estimate group) => own.Withheld || group.Withheld ? Estimate.Withhold(Withholding.Unmeasured, 0)
        : Estimate.Of(own.Value.Value - group.Value.Value, Math.Sqrt(own.StandardError.Value * own.StandardError.Value + group.StandardError.Value * group.StandardError.Value), null, Math.Min(own.N, group.N));

    sealed record GroupRow
    {
        public required Id<Unit> UnitId { get; init; }
        public required string Name { get; init; }
    }
}

public sealed record CompetitorGroupsView
{
    public required MetricPlace Place { get; init; }
    public required IReadOnlyList<GroupedCompetitor> Competitors { get; init; }
    public required bool MayEdit { get; init; }
    public string? Wave { get; init; }
    public IReadOnlyList<string> Groups { get; init; } = [];
    public IReadOnlyList<CompetitorGroupRow> Rows { get; init; } = [];
}

/// <param name="Group">Null for none.</param>
public sealed record GroupedCompetitor(UnitLabel Unit, string? Group);

/// <param name="Groups">In the order of the view's groups.</param>
public sealed record CompetitorGroupRow(NamedCode Measure, Estimate Own, IReadOnlyList<GroupAgainst> Groups);

/// <param name="Difference">The company less the group.</param>
public sealed record GroupAgainst(Estimate Level, Estimate Difference);

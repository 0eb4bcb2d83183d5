using Regard.Indicators;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What matters to whom: importance as groups of customers state it and as their satisfaction tells it, and where two groups surely put things the other way round.</summary>
public sealed record ShowImportance(Id<Wave> WaveId, Id<Unit>? UnitId = null, Grouping By = Grouping.Segment, int Months = 12) : Question<ImportanceView>
{
    const int Bands = 4, Resamples = 1000, Seed = 1;

    internal override Permission Needs => Permission.SeeResults;

    internal override IEnumerable<Problem> Check()
    {
        if (Months is < 1 or > ShowGroups.MostMonths) yield return new("Months", "Between {0} and {1} months.", 1, ShowGroups.MostMonths);
    }

    internal override async Task<ImportanceView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var nodes = m.Root is { } root ? m.Below(root).Where(n => m.All.Contains(m.Of(n)) || m.All.Contains(m.Of(n, Aspect.Importance))).ToList() : [];
        var view = new ImportanceView { At = Standpoint.Of(wave, sight, unit), By = By, Months = Months, Nodes = [.. nodes.Select(n => NodeLabel.Of(m, n))], Currency = await Customers.Currency.Of(s) };
        var groups = await CustomerGroups.Read(s, wave, By, Months, Bands, null);
        if (nodes.Count < 2 || groups.All.Count < 2) return view;
        var figures = await GroupFigures.Read(s, wave, groups);
        var stated = nodes.ConvertAll(n => m.All.Contains(m.Of(n, Aspect.Importance)) ? figures.Of(m.Of(n, Aspect.Importance)) : null);
        var shown = nodes.ConvertAll(n => m.All.Contains(m.Of(n)) ? figures.Of(m.Of(n)) : null);
        var all = groups.All.Select((g, at) => Read(m, nodes, figures.Cell(unit.Id, at), g, [.. stated.Select(of => of?.Invoke(unit.Id, at) ?? Figure.Without(Withheld.Unmeasured))], [.. shown.Select(of => of?.Invoke(unit.Id, at) ?? Figure.Without(Withheld.Unmeasured))])).ToList();
        return view with
        {
            Asked = groups.Asked, Groups = all, Reversals = [.. from one in all.Index()
                                                                from other in all.Index()
                                                                where one.Index < other.Index
                                                                from r in Stated(m, nodes, figures, unit.Id, (one.Index, one.Item), (other.Index, other.Item)).Concat(Derived(nodes, (one.Index, one.Item), (other.Index, other.Item)))
                                                                select r],
        };
    }

    /// <summary>Drivers are told of a group only where the scores that they rest on may be.</summary>
    static GroupImportance Read(WaveMeasures m, List<Indicator> nodes, CellMeans? cell, CustomerGroup group, IReadOnlyList<Figure> stated, IReadOnlyList<Figure> scores)
    {
        var drivers = cell is not null && scores.All(f => f.Given) && m.Asked.FirstOrDefault(a => a.Slot.Part == Part.Overall) is { } outcome ? Fit(m, nodes, cell, Measure.Item(outcome.Slot.Key)) : null;
        return new(group, stated, SureOrder.Ranks(stated), [.. nodes.Select((n, at) => drivers?[at] is { } d
            ? new DerivedImportance(Figure.Of(d.LmgShare, 0), d.Rank, d.RankLower, d.RankUpper) : new DerivedImportance(Figure.Without(Withheld.TooFew), null, null, null))]);
    }

    static IReadOnlyList<Driver>? Fit(WaveMeasures m, List<Indicator> nodes, CellMeans cell, Measure outcome)
    {
        try { return DriverAnalysis.Fit(m.Covariances(cell.Moments, [.. nodes.Select(n => m.Of(n)), outcome]), outcome.Code, [.. nodes.Select(n => m.Of(n).Code)], new() { Resamples = Resamples, Draws = Draws.Seeded(Seed) }).Drivers; }
        catch (DataRefused) { return null; }
    }

    static IEnumerable<ImportanceReversal> Stated(WaveMeasures m, List<Indicator> nodes, GroupFigures figures, Id<Unit> unit, (int At, GroupImportance Group) one, (int At, GroupImportance Group) other)
    {
        var asked = nodes.Index().Where(n => one.Group.Stated[n.Index].Given && other.Group.Stated[n.Index].Given).Select(n => n.Item.Code).ToList();
        List<(string One, string Other)> pairs = [.. from a in asked.Index() from b in asked.Index() where a.Index < b.Index select (a.Item, b.Item)];
        List<Estimate> Of(int group) => [.. pairs.Select(p => m.Sum(figures.Cell(unit, group)!, [(p.One, Part.Importance, 1), (p.Other, Part.Importance, -1)]))];
        return pairs.Count == 0 ? [] : SureOrder.Reversals(pairs, Of(one.At), Of(other.At)).Select(r => new ImportanceReversal(one.At, other.At, r.Higher, r.Lower, IsStated: true));
    }

    /// <summary>Where the intervals of the ranks do not meet, the other way round in the other group.</summary>
    static IEnumerable<ImportanceReversal> Derived(List<Indicator> nodes, (int At, GroupImportance Group) one, (int At, GroupImportance Group) other) =>
        from a in nodes.Index()
        from b in nodes.Index()
        where a.Index != b.Index && one.Group.Derived[a.Index].Over(one.Group.Derived[b.Index]) && other.Group.Derived[b.Index].Over(other.Group.Derived[a.Index])
        select new ImportanceReversal(one.At, other.At, a.Item.Code, b.Item.Code, IsStated: false);
}

public sealed record ImportanceView
{
    public required Standpoint At { get; init; }
    public required Grouping By { get; init; }
    public required int Months { get; init; }
    public string? Currency { get; init; }
    /// <summary>The dimensions; all lists of groups go by their order.</summary>
    public required IReadOnlyList<NodeLabel> Nodes { get; init; }
    /// <summary>The question that tells groups apart, where one does.</summary>
    public Text? Asked { get; init; }
    /// <summary>Empty when nothing tells the respondents apart.</summary>
    public IReadOnlyList<GroupImportance> Groups { get; init; } = [];
    public IReadOnlyList<ImportanceReversal> Reversals { get; init; } = [];
}

/// <param name="Stated">How important they say it is, 0 to 100.</param>
/// <param name="Ranks">By what is stated; 1 is the highest.</param>
public sealed record GroupImportance(CustomerGroup Group, IReadOnlyList<Figure> Stated, IReadOnlyList<int?> Ranks, IReadOnlyList<DerivedImportance> Derived);

/// <param name="Share">Of what the dimensions explain of overall satisfaction (LMG), 0 to 1.</param>
public sealed record DerivedImportance(Figure Share, int? Rank, int? RankLower, int? RankUpper)
{
    internal bool Over(DerivedImportance other) => RankUpper < other.RankLower;
}

/// <param name="One">Place of the group that puts the first higher.</param>
/// <param name="Other">Place of the group that puts the second higher.</param>
public sealed record ImportanceReversal(int One, int Other, string Higher, string Lower, bool IsStated);

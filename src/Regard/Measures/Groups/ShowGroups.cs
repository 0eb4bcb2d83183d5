using Regard.Indicators;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What groups of customers expect and perceive at a unit: by what they spent, how far they took part, or how new they are.</summary>
/// <param name="Node">The index when left out.</param>
/// <param name="Months">Before the answer.</param>
/// <param name="Bands">Of spending, when there are no cuts of one's own.</param>
/// <param name="Cuts">Upper bounds of the bands of spending but the last, in the smallest unit of the currency.</param>
public sealed record ShowGroups(Id<Wave> WaveId, Id<Unit>? UnitId = null, string? Node = null, Grouping By = Grouping.Spend, int Months = 12, int Bands = 4, IReadOnlyList<double>? Cuts = null) : Question<GroupsView>
{
    internal const int MostMonths = 60, MostBands = 6;

    internal override Permission Needs => Permission.SeeResults;

    internal override IEnumerable<Problem> Check()
    {
        if (Months is < 1 or > MostMonths) yield return new("Months", "Between {0} and {1} months.", 1, MostMonths);
        if (Bands is < 2 or > MostBands) yield return new("Bands", "Between {0} and {1} bands.", 2, MostBands);
        if (Cuts is null) yield break;
        if (Cuts.Count is < 1 or >= MostBands) yield return new("Cuts", "Give {0} to {1} cuts.", 1, MostBands - 1);
        else if (Cuts.Any(c => !double.IsFinite(c) || c < 0) || Cuts.Zip(Cuts.Skip(1)).Any(c => c.First >= c.Second)) yield return new("Cuts", "Cuts are amounts that rise.");
    }

    internal override async Task<GroupsView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var nodes = m.Nodes.Where(n => m.All.Contains(m.Of(n))).ToList();
        var node = Node is null ? nodes.FirstOrDefault() : nodes.FirstOrDefault(n => n.Code == Node) ?? throw new NotFound("There is no such indicator in this wave.");
        var view = new GroupsView { At = Standpoint.Of(wave, sight, unit), Nodes = [.. nodes.Select(n => NodeLabel.Of(m, n))], Node = node is null ? null : NodeLabel.Of(m, node), By = By, Months = Months, Currency = await Customers.Currency.Of(s) };
        var groups = await CustomerGroups.Read(s, wave, By, Months, Bands, Cuts);
        view = view with { Asked = groups.Asked, Cuts = [.. groups.All.Where(g => g.UpTo is not null).Select(g => g.UpTo!.Value)] };
        if (node is null || groups.All.Count < 2) return view;

        var adjusting = By == Grouping.Participation ? ParticipationEffect.Of(wave, groups.All.Count) : null;
        var under = wave.Units.Under(unit.Id).Select(u => u.Id).ToHashSet();
        var figures = await GroupFigures.Read(s, wave, groups, adjusting is null ? null : (at, group, ratings) => { if (under.Contains(at)) adjusting.Add(group, ratings); });
        IReadOnlyList<Measure> measures = [.. new[] { Aspect.Expected, Aspect.Perceived, Aspect.Gap }.Select(a => m.Of(node, a)).Where(m.All.Contains), .. m.Asked.Where(a => a.Slot.Part == Part.Overall).Take(1).Select(a => Measure.Item(a.Slot.Key))];
        var columns = measures.Select(measure => (Measure: measure, Of: figures.Of(measure))).ToList();
        var rows = groups.All.Select((g, at) => new GroupRow(g, [.. columns.Select(c => GroupFigure.Of(c.Measure, c.Of(unit.Id, at), c.Of(unit.Id, 0), isFirst: at == 0))])).ToList();
        return view with { Rows = rows, Overall = m.Asked.FirstOrDefault(a => a.Slot.Part == Part.Overall)?.Title, Effect = adjusting is not null && rows.All(r => r.Figures.All(f => f.Figure.Given)) ? adjusting.Fit() : null };
    }
}

public sealed record GroupsView
{
    public required Standpoint At { get; init; }
    public required IReadOnlyList<NodeLabel> Nodes { get; init; }
    public NodeLabel? Node { get; init; }
    public required Grouping By { get; init; }
    public required int Months { get; init; }
    public string? Currency { get; init; }
    /// <summary>The question that tells them apart, where one does.</summary>
    public Text? Asked { get; init; }
    /// <summary>Question on overall satisfaction; null when none was asked.</summary>
    public Text? Overall { get; init; }
    /// <summary>Upper bounds of the bands but the last.</summary>
    public IReadOnlyList<double> Cuts { get; init; } = [];
    /// <summary>Empty when nothing tells the respondents apart.</summary>
    public IReadOnlyList<GroupRow> Rows { get; init; } = [];
    /// <summary>Of participation only; null when too few are known.</summary>
    public AdjustedEffect? Effect { get; init; }
}

public sealed record GroupRow(CustomerGroup Group, IReadOnlyList<GroupFigure> Figures);

/// <param name="Difference">Against the first group; null for the first.</param>
/// <param name="IsSure">Its interval leaves out zero.</param>
public sealed record GroupFigure(Measure Measure, Figure Figure, Figure? Difference, bool IsSure)
{
    internal static GroupFigure Of(Measure measure, Figure figure, Figure first, bool isFirst)
    {
        if (isFirst) return new(measure, figure, null, false);
        var difference = Less(figure, first);
        return new(measure, figure, difference, difference.Given && (difference.Lower > 0 || difference.Upper < 0));
    }

    /// <summary>Of groups without a respondent in common (Welch).</summary>
    internal static Figure Less(Figure one, Figure other) =>
        one.Given && other.Given ? Figure.Of(WelchTest.Of(one.ToEstimate(), other.ToEstimate()).Difference, 0) : Figure.Without(one.Given ? other.Withheld : one.Withheld);
}

using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Metrics;

/// <summary>The three figures to watch, of customers, staff and cash, on one axis of time, and how each goes with the others some quarters later.</summary>
/// <param name="Staff">A series of staff; null for the first one that is better when higher, or the employees' own survey.</param>
/// <param name="Cash">A series of cash; null for the first one.</param>
/// <param name="Beside">A further series drawn below, such as one of the economy.</param>
public sealed record ShowCockpit(Id<Unit>? UnitId = null, string? Staff = null, string? Cash = null, string? Beside = null) : Question<CockpitView>
{
    const int Years = 4, FewestPeriods = 8;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<CockpitView> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        var all = await SeriesStore.All(s);
        var from = s.Today.AddYears(-Years);
        var leaves = sight.Tree.Under(sight.Unit.Id).Where(u => sight.Tree.IsLeaf(u.Id)).Select(u => u.Id).ToList();
        var customers = await Surveyed(s, sight, leaves, Audience.Customer, "index");
        var staff = Chosen(all, Staff, SeriesKind.Staff) is { } chosen ? await Measured(s, sight, leaves, chosen, from)
            : await Surveyed(s, sight, leaves, Audience.Employee, "csat") is { Points.Count: > 0 } asked ? asked : await Surveyed(s, sight, leaves, Audience.Employee, "index");
        var cash = Chosen(all, Cash, SeriesKind.Cash) is { } money ? await Measured(s, sight, leaves, money, from) : Empty;
        var beside = Beside is { Length: > 0 } && all.FirstOrDefault(x => x.Code == Beside) is { } further ? await Measured(s, sight, leaves, further, from) : null;
        ChainLink Link(ChainStep step, CockpitFigure x, CockpitFigure y) => new(step, x.Series, y.Series, LaggedLink.All(x.ByUnit, y.ByUnit), OverTime(x, y));
        return new()
        {
            Place = sight.Place, Customers = customers, Staff = staff, Cash = cash, Beside = beside,
            Links = [Link(ChainStep.StaffToCustomers, staff, customers), Link(ChainStep.CustomersToCash, customers, cash), Link(ChainStep.StaffToCash, staff, cash)],
            Choices = [.. all.Where(x => x.Kind is SeriesKind.Staff or SeriesKind.Cash or SeriesKind.Outside or SeriesKind.Operational or SeriesKind.Competitor)],
        };
    }

    static CockpitFigure Empty => new() { Points = [], ByUnit = new(new Dictionary<(Id<Unit>, int), double>()) };

    static Series? Chosen(List<Series> all, string? code, SeriesKind kind) =>
        code is { Length: > 0 } ? all.FirstOrDefault(x => x.Code == code) : all.Where(x => x.Kind == kind).OrderByDescending(x => x.HigherIsBetter).FirstOrDefault();

    static async Task<CockpitFigure> Measured(Session s, MetricSight sight, List<Id<Unit>> leaves, Series series, DateOnly from)
    {
        var points = await SeriesStore.Points(s, series.Code, sight.ReadFor(series), from);
        var among = leaves.ToHashSet();
        return new()
        {
            Series = series, Points = [.. SeriesCourse.Of(series, sight.Tree, sight.Unit.Id, points).Select(v => new CockpitPoint(v.Day, series.Granularity.Name(v.Day), v.Value, v.Lower, v.Upper, v.N, v.Units))],
            ByUnit = QuarterValues.Of(points.Where(p => among.Contains(p.UnitId)).Select(p => (p.UnitId, p.Day, p.Value))),
        };
    }

    static async Task<CockpitFigure> Surveyed(Session s, MetricSight sight, List<Id<Unit>> leaves, Audience audience, string measure)
    {
        var course = await WaveScores.Course(s, audience, measure, leaves.Append(sight.Unit.Id).Distinct());
        var among = leaves.ToHashSet();
        return new()
        {
            Measure = measure, Points = [.. course.Where(r => r.UnitId == sight.Unit.Id).Select(r => new CockpitPoint(r.Day, r.Wave, r.Value, r.Lower, r.Upper, r.N, 1))],
            ByUnit = QuarterValues.Of(course.Where(r => among.Contains(r.UnitId)).Select(r => (r.UnitId, r.Day, r.Value))),
        };
    }

    /// <summary>Of the unit itself, its straight trends taken out; with fewer than eight quarters nothing is told.</summary>
    static Estimate OverTime(CockpitFigure x, CockpitFigure y)
    {
        Dictionary<int, double> Quarters(CockpitFigure f) => f.Points.GroupBy(p => QuarterValues.Of(p.Day)).ToDictionary(g => g.Key, g => g.Average(p => p.Value));
        var (a, b) = (Quarters(x), Quarters(y));
        var both = a.Keys.Where(b.ContainsKey).Order().ToList();
        return both.Count < FewestPeriods ? Estimate.Withhold(Withholding.TooFew, both.Count) : LagCorrelation.Of([.. both.Select(q => (0, q - both[0], a[q], b[q]))]);
    }
}

/// <summary>One of the figures: a series, or a measure of a survey.</summary>
public sealed record CockpitFigure
{
    public Series? Series { get; init; }
    /// <summary>Of the survey; null when it is a series.</summary>
    public string? Measure { get; init; }
    /// <summary>At the unit, the oldest first.</summary>
    public required IReadOnlyList<CockpitPoint> Points { get; init; }
    internal QuarterValues ByUnit { get; init; } = null!;
}

/// <param name="Name">Of the period or wave.</param>
/// <param name="Units">Whose values it is the mean of; 1 for the unit's own.</param>
public sealed record CockpitPoint(DateOnly Day, string Name, double Value, double? Lower, double? Upper, long? N, int Units);

[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<ChainStep>))]
public enum ChainStep { StaffToCustomers, CustomersToCash, StaffToCash }

/// <param name="From">The series it starts from; null for a survey.</param>
/// <param name="Lags">Over the stores below, by quarters of lag.</param>
/// <param name="OverTime">Of the unit itself in the same quarter; withheld under eight.</param>
public sealed record ChainLink(ChainStep Step, Series? From, Series? To, IReadOnlyList<LaggedLink> Lags, Estimate OverTime);

public sealed record CockpitView
{
    public required MetricPlace Place { get; init; }
    public required CockpitFigure Customers { get; init; }
    public required CockpitFigure Staff { get; init; }
    public required CockpitFigure Cash { get; init; }
    public CockpitFigure? Beside { get; init; }
    public required IReadOnlyList<ChainLink> Links { get; init; }
    /// <summary>Series that may stand in it.</summary>
    public required IReadOnlyList<Series> Choices { get; init; }
}

using Regard.Measures;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Metrics;

/// <summary>Beside the drivers that customers were asked about: what the business measures itself, joined to what they said by store and wave.</summary>
/// <param name="WaveId">The last wave that is used, with those of the same programme before it.</param>
/// <param name="Measure">What customers said: a code such as index or item:overall.</param>
/// <param name="Lag">Quarters between what was measured and the wave that may show it.</param>
public sealed record ShowMeasuredDrivers(Id<Wave> WaveId, Id<Unit>? UnitId = null, string Measure = "index", int Lag = 0) : Question<MeasuredDrivers>
{
    public const int MostLag = LaggedLink.MostLag;
    const int MonthsAQuarter = 3;

    internal override Permission Needs => Permission.SeeResults;
    internal override IEnumerable<Problem> Check() => Lag is < 0 or > MostLag ? [new(nameof(Lag), "Choose a lag from 0 to {0} quarters.", MostLag)] : [];

    internal override async Task<MeasuredDrivers> Run(Session s)
    {
        var sight = await MetricSight.Of(s, UnitId);
        var leaves = sight.Tree.Under(sight.Unit.Id).Where(u => sight.Tree.IsLeaf(u.Id)).Select(u => u.Id).ToList();
        var scores = await WaveScores.Upto(s, WaveId, Measure, leaves);
        var rows = new List<MeasuredDriverRow>();
        foreach (var series in (await SeriesStore.All(s)).Where(x => x.Kind == SeriesKind.Operational))
        {
            var from = scores.Count == 0 ? s.Today : Until(scores[0].Day).AddMonths(-MonthsAQuarter);
            var points = (await SeriesStore.Points(s, series.Code, leaves, from)).ToLookup(p => p.UnitId);
            var joined = Joined(scores, points);
            var between = LaggedLink.OverUnits([.. joined.GroupBy(r => r.Unit).Select(g => (g.Average(r => r.X), g.Average(r => r.Y)))]).Correlation;
            rows.Add(new(series, WithinUnits.Of(joined), between));
        }
        return new() { Lag = Lag, Measure = Measure, Waves = scores.Select(r => r.WaveId).Distinct().Count(), Rows = [.. rows.OrderBy(r => r.Link.Beta.Withheld).ThenByDescending(r => Math.Abs(r.Link.Beta.Value ?? 0))] };
    }

    DateOnly Until(DateOnly closes) => closes.AddMonths(-MonthsAQuarter * Lag);

    /// <summary>Means of the three months up to the day the wave closed, or so many quarters before.</summary>
    List<UnitPeriod> Joined(List<WaveScore> scores, ILookup<Id<Unit>, SeriesPoint> points)
    {
        var (units, waves) = (scores.Select(r => r.UnitId).Distinct().Index().ToDictionary(u => u.Item, u => u.Index), scores.Select(r => r.WaveId).Distinct().Index().ToDictionary(w => w.Item, w => w.Index));
        return
        [
            .. from score in scores
               let until = Until(score.Day)
               let measured = points[score.UnitId].Where(p => p.Day <= until && p.Day > until.AddMonths(-MonthsAQuarter)).ToList()
               where measured.Count > 0
               select new UnitPeriod(units[score.UnitId], waves[score.WaveId], measured.Average(p => p.Value), score.Value),
        ];
    }
}

public sealed record MeasuredDrivers
{
    public required int Lag { get; init; }
    public required string Measure { get; init; }
    public required int Waves { get; init; }
    /// <summary>The strongest first, those that cannot be told last.</summary>
    public required IReadOnlyList<MeasuredDriverRow> Rows { get; init; }
}

/// <param name="Link">Whether stores do better than usual when they have more of it than usual; n counts stores times waves.</param>
/// <param name="Between">Whether stores that always have more of it do better: correlation of the stores' means; n counts stores.</param>
public sealed record MeasuredDriverRow(Series Series, WithinUnits Link, Estimate Between);

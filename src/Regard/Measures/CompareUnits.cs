using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>A unit's numbers beside those of others that share no respondent with it: sister units or competitors.</summary>
/// <param name="Others">The competitors and the sister units with the best and the worst index when left out.</param>
public sealed record CompareUnits(Id<Wave> WaveId, Id<Unit>? UnitId = null, IReadOnlyList<Id<Unit>>? Others = null) : Question<ComparisonView>
{
    public const int MostOthers = 6;

    internal override Permission Needs => Permission.SeeResults;

    internal override IEnumerable<Problem> Check()
    {
        if (Others?.Count > MostOthers) yield return new(nameof(Others), "Compare with {0} units at most.", MostOthers);
    }

    internal override async Task<ComparisonView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var possible = Possible(sight, unit);
        IReadOnlyList<Measure> measures = [.. m.Nodes.Where(n => m.All.Contains(m.Of(n))).Select(n => m.Of(n)), .. new[] { Measure.Csat, Measure.Nps, Measure.Ces, Measure.Delivered }.Where(m.All.Contains)];
        if (measures.Count == 0) throw new NotFound("The form of this wave measures nothing of its indicator tree.");
        var figures = await FigureStore.Of(s, wave, measures);
        var others = Others is null ? Usual(possible, u => figures[u.Id, measures[0]]) : [.. Others.Distinct().Select(id => possible.FirstOrDefault(u => u.Id == id) ?? throw new NotFound("There is no such unit to compare with in this wave."))];
        var differences = Differences(measures, unit, others, figures);
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), Others = [.. others.Select(UnitLabel.Of)], Possible = [.. possible.Select(UnitLabel.Of)],
            Rows = [.. measures.Select((measure, i) => new ComparisonRow(measure, m.Nodes.FirstOrDefault(n => m.Of(n) == measure)?.Names, figures[unit.Id, measure],
                [.. others.Select((other, j) => new ComparedFigure(figures[other.Id, measure], differences[i * others.Count + j]))]))],
        };
    }

    /// <summary>Neither above nor below the unit: nobody's answers would stand on both sides.</summary>
    static List<Unit> Possible(Sight sight, Unit unit)
    {
        var path = sight.Tree.PathTo(unit.Id).Select(u => u.Id).ToHashSet();
        return [.. sight.Competitors.Where(c => c.Id != unit.Id), .. sight.All.Where(u => !path.Contains(u.Id) && !sight.Tree.PathTo(u.Id).Any(above => above.Id == unit.Id))];
    }

    static IReadOnlyList<Unit> Usual(List<Unit> possible, Func<Unit, Figure> index)
    {
        var competitors = possible.Where(u => u.Kind == UnitKind.Competitor && index(u).Given).Take(MostOthers - 2).ToList();
        var sisters = possible.Where(u => u.Kind != UnitKind.Competitor && index(u).Given).GroupBy(u => u.Kind).FirstOrDefault()?.OrderByDescending(u => index(u).Value).ToList() ?? [];
        return [.. competitors, .. sisters.Take(1), .. sisters.Skip(1).TakeLast(1)];
    }

    /// <summary>All differences of the page are judged together.</summary>
    static List<UnitDifference?> Differences(IReadOnlyList<Measure> measures, Unit unit, IReadOnlyList<Unit> others, WaveFigures figures)
    {
        var tests = measures.SelectMany(measure => others.Select(other => figures[unit.Id, measure] is { Given: true } mine && figures[other.Id, measure] is { Given: true } theirs ? WelchTest.Of(mine.ToEstimate(), theirs.ToEstimate()) : null)).ToList();
        var adjusted = new Queue<double>(BenjaminiHochberg.Adjust([.. tests.Select(t => t?.PValue).OfType<double>()]));
        return [.. tests.Select(t => t is null ? null : new UnitDifference(t.Difference.Value!.Value, t.Difference.Lower!.Value, t.Difference.Upper!.Value, t.PValue is null ? null : adjusted.Dequeue()))];
    }
}

public sealed record ComparisonView
{
    public required Standpoint At { get; init; }
    public required IReadOnlyList<UnitLabel> Others { get; init; }
    /// <summary>Whoever can be compared with.</summary>
    public required IReadOnlyList<UnitLabel> Possible { get; init; }
    public required IReadOnlyList<ComparisonRow> Rows { get; init; }
}

/// <param name="Names">Of the indicator; null for what stands outside the tree.</param>
public sealed record ComparisonRow(Measure Measure, Text? Names, Figure Own, IReadOnlyList<ComparedFigure> Others);

/// <param name="Difference">The unit less the other; null when either number is withheld.</param>
public sealed record ComparedFigure(Figure Figure, UnitDifference? Difference);

/// <summary>In the unit of the measure, with the 95 % interval and the p value adjusted for all differences on the page.</summary>
public sealed record UnitDifference(double Value, double Lower, double Upper, double? PValue)
{
    public bool IsReal => PValue <= WaveChange.FalseDiscoveryRate;
}

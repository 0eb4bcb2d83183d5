using Regard.Indicators;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The five service dimensions of a unit: how good, how important to whom, and the index under each weighting.</summary>
public sealed record ShowRater(Id<Wave> WaveId, Id<Unit>? UnitId = null) : Question<RaterView>
{
    const string Assurance = "ASS";

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<RaterView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var at = Standpoint.Of(wave, sight, unit);
        var dimensions = RaterSet.Dimensions.Select(code => wave.Indicators.FirstOrDefault(i => i.Code == code)).OfType<Indicator>().ToList();
        if (dimensions.Count < RaterSet.Dimensions.Count || !m.All.Contains(Measure.Rater)) return new() { At = at };

        var customers = await WaveLevels.Read(s, wave, [unit.Id]);
        var managers = await GapStore.Mirror(s, WaveId, Audience.Manager) is { } mirror ? await GapStore.Believers(s, mirror, [unit.Id]) : null;
        var figures = await FigureStore.Of(s, wave, [Measure.Rater, .. dimensions.SelectMany(d => new[] { Aspect.Perceived, Aspect.Expected, Aspect.Gap }.Select(a => m.Of(d, a)))]);
        var drivers = m.Root is { } root && dimensions.All(d => d.ParentCode == root.Code) ? await new ShowDrivers(WaveId, unit.Id).Run(s) : null;
        var shares = dimensions.Select(d => drivers?.Rows.FirstOrDefault(r => r.Node.Code == d.Code)?.Share ?? Figure.Without(Withheld.Unmeasured)).ToList();
        var stated = Importance(customers, unit.Id, dimensions);
        var believing = managers?.Nearest(unit.Id);
        var believed = believing is null ? dimensions.ConvertAll(_ => Figure.Without(Withheld.Unmeasured)) : Importance(managers!, believing.Id, dimensions);
        return new()
        {
            At = at, Managers = believing is null ? null : UnitLabel.Of(believing),
            Rows = [.. dimensions.Select((d, i) => new RaterRow
            {
                Node = NodeLabel.Of(m, d), Perceived = figures[unit.Id, m.Of(d)], Expected = figures[unit.Id, m.Of(d, Aspect.Expected)], Gap = figures[unit.Id, m.Of(d, Aspect.Gap)],
                Stated = stated[i], StatedRank = Rank(stated, i), Derived = shares[i], Believed = believed[i], BelievedRank = Rank(believed, i),
            })],
            Assurance = dimensions.FirstOrDefault(d => d.Code == Assurance) is { } assurance ? [.. wave.Units.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).Select(u => new UnitAssurance(UnitLabel.Of(u), figures[u.Id, m.Of(assurance)]))] : [],
            Indices =
            [
                new(RaterWeighting.Stated, m.Asks(dimensions[0].Code, Part.Importance) ? figures[unit.Id, Measure.Rater] : Figure.Without(Withheld.Unmeasured)),
                new(RaterWeighting.Derived, shares.All(f => f.Given) ? Index(customers, unit.Id, dimensions, [.. shares.Select(f => f.Value!.Value)]) : Figure.Without(Withheld.Unmeasured)),
                new(RaterWeighting.Equal, Index(customers, unit.Id, dimensions, [.. dimensions.Select(_ => 1.0)])),
            ],
            Claims =
            [
                Claim.Of(RaterClaim.CustomersReliabilityAndResponsiveness, customers.Sum(unit.Id, Against(dimensions, "REL", "RES"))),
                Claim.Of(RaterClaim.ManagersTangibles, believing is null ? Estimate.Withhold(Withholding.Unmeasured, 0) : managers!.Sum(believing.Id, Against(dimensions, "TAN"))),
            ],
        };
    }

    static List<Figure> Importance(WaveLevels levels, Id<Unit> unit, List<Indicator> dimensions) =>
        dimensions.ConvertAll(d => GapLine.Shown(levels.Sum(unit, [(d.Code, Part.Importance, 1)])));

    /// <summary>The weights are taken as given: their own error is not in the interval.</summary>
    static Figure Index(WaveLevels levels, Id<Unit> unit, List<Indicator> dimensions, IReadOnlyList<double> weights) =>
        GapLine.Shown(levels.Sum(unit, [.. dimensions.Select((d, i) => (d.Code, Part.Perceived, weights[i] / weights.Sum()))]));

    /// <summary>Mean importance of some dimensions less that of the others.</summary>
    static List<(string, Part, double)> Against(List<Indicator> dimensions, params string[] some) =>
        dimensions.ConvertAll(d => (d.Code, Part.Importance, some.Contains(d.Code) ? 1.0 / some.Length : -1.0 / (dimensions.Count - some.Length)));

    static int? Rank(List<Figure> figures, int at) => figures[at].Given ? 1 + figures.Count(f => f.Given && f.Value > figures[at].Value) : null;
}

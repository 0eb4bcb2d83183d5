using Regard.Indicators;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What customers say, beside what managers and employees believe that they say: levels, ranks, reversals and blind spots.</summary>
/// <param name="UnitId">The topmost that the caller may see when left out.</param>
/// <param name="Side">Expected, perceived or importance.</param>
public sealed record ShowMirror(Id<Wave> WaveId, Id<Unit>? UnitId = null, Part Side = Part.Expected) : Question<MirrorView>
{
    public static IReadOnlyList<Part> Sides { get; } = [Part.Expected, Part.Importance, Part.Perceived];

    internal override Permission Needs => Permission.SeeResults;

    internal override IEnumerable<Problem> Check()
    {
        if (!Sides.Contains(Side)) yield return new(nameof(Side), "Choose expectation, importance or perception.");
    }

    internal override async Task<MirrorView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var (unit, m) = (sight.Find(UnitId), wave.Measures);
        var customers = await WaveLevels.Read(s, wave, [unit.Id]);
        var leaves = wave.Indicators.Where(i => i.ParentCode is not null && m.Asks(i.Code, Side) && !wave.Indicators.Any(below => below.ParentCode == i.Code && m.Asks(below.Code, Side))).ToList();
        var views = new List<MirroredView>();
        foreach (var audience in Audiences.All.Where(a => a.Mirrors()))
            if (await GapStore.Mirror(s, WaveId, audience) is { } mirror) views.Add(Mirrored(await GapStore.Believers(s, mirror, [unit.Id]), audience, customers, unit, leaves));
        var own = leaves.Select(l => Figure.Of(customers.Level(unit.Id, [(l.Code, 1)], Side), 1)).ToList();
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), Side = Side, Nodes = [.. leaves.Select(l => NodeLabel.Of(m, l))],
            Customers = own, CustomerRanks = SureOrder.Ranks(own), Views = views,
        };
    }

    MirroredView Mirrored(WaveLevels mirror, Audience audience, WaveLevels customers, Unit unit, List<Indicator> leaves)
    {
        var of = mirror.Nearest(unit.Id);
        var told = leaves.Select(l => of is not null && mirror.Asks(l.Code, Side) ? mirror.Level(of.Id, [(l.Code, 1)], Side) : Estimate.Withhold(Withholding.Unmeasured, 0)).ToList();
        var said = leaves.Select(l => customers.Level(unit.Id, [(l.Code, 1)], Side)).ToList();
        var tests = said.Zip(told, (c, b) => WelchTest.Of(c, b)).ToList();
        var sure = SureOrder.Sure(tests);
        var figures = told.Select(e => Figure.Of(e, 1)).ToList();
        return new()
        {
            Audience = audience, Wave = WaveLabel.Of(mirror.Wave.Wave), Unit = of is null ? null : UnitLabel.Of(of),
            Figures = figures, Ranks = SureOrder.Ranks(figures), Differences = [.. tests.Select((t, i) => new MirroredDifference(Figure.Of(t.Difference, 1), sure[i]))],
            Rho = Rho(said, told), Reversals = of is null ? [] : Reversals(mirror, of, customers, unit, leaves),
        };
    }

    /// <summary>Pairs that customers surely put one way and the others surely the other way.</summary>
    IReadOnlyList<Reversal> Reversals(WaveLevels mirror, Unit of, WaveLevels customers, Unit unit, List<Indicator> leaves)
    {
        var pairs = (from one in leaves.Index() from other in leaves.Index() where one.Index < other.Index && mirror.Asks(one.Item.Code, Side) && mirror.Asks(other.Item.Code, Side) select (One: one.Item.Code, Other: other.Item.Code)).ToList();
        if (!customers.Shows(unit.Id)) return [];
        return SureOrder.Reversals(pairs, [.. pairs.Select(p => customers.Difference(unit.Id, p.One, p.Other, Side))], [.. pairs.Select(p => mirror.Difference(of.Id, p.One, p.Other, Side))]);
    }

    // Over indicators, not people: how alike the two orders are.
    static Figure? Rho(List<Estimate> said, List<Estimate> told)
    {
        var both = said.Zip(told).Where(p => !p.First.Withheld && !p.Second.Withheld).ToList();
        if (both.Count < 5 || both.DistinctBy(p => p.First.Value).Count() < 2 || both.DistinctBy(p => p.Second.Value).Count() < 2) return null;
        return Figure.Of(RankCorrelation.Fit(Observations.Of(["said", "told"], [[.. both.Select(p => p.First.Value!.Value)], [.. both.Select(p => p.Second.Value!.Value)]]), "said", "told").Rho, 1);
    }
}

public sealed record MirrorView
{
    public required Standpoint At { get; init; }
    public required Part Side { get; init; }
    /// <summary>The indicators; all lists below go by their order.</summary>
    public required IReadOnlyList<NodeLabel> Nodes { get; init; }
    public required IReadOnlyList<Figure> Customers { get; init; }
    /// <summary>1 is the highest.</summary>
    public required IReadOnlyList<int?> CustomerRanks { get; init; }
    /// <summary>Of managers and employees, as far as a wave of them mirrors this one.</summary>
    public required IReadOnlyList<MirroredView> Views { get; init; }
}

public sealed record MirroredView
{
    public required Audience Audience { get; init; }
    public required WaveLabel Wave { get; init; }
    /// <summary>Whose people they are: of the unit itself or the nearest above with enough answers; null when nowhere enough answered.</summary>
    public UnitLabel? Unit { get; init; }
    public required IReadOnlyList<Figure> Figures { get; init; }
    public required IReadOnlyList<int?> Ranks { get; init; }
    /// <summary>Customers less these.</summary>
    public required IReadOnlyList<MirroredDifference> Differences { get; init; }
    /// <summary>Spearman's rho of the two orders of the indicators; null when fewer than five can be compared.</summary>
    public Figure? Rho { get; init; }
    public required IReadOnlyList<Reversal> Reversals { get; init; }
}

/// <param name="IsSure">After control of the false discovery rate over the page.</param>
public sealed record MirroredDifference(Figure Figure, bool IsSure)
{
    /// <summary>Customers hold it surely higher than these believe.</summary>
    public bool IsBlindSpot => IsSure && Figure.Value > 0;
}

/// <param name="Higher">Code of the indicator that customers put first.</param>
/// <param name="Lower">Code of the one that the others put first.</param>
public sealed record Reversal(string Higher, string Lower);

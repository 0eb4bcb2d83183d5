using Regard.Metrics;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>What one unit's customers got against what it cost them, by one model. Pure.</summary>
/// <remarks>
/// What customers say comes from one set of moments, so their covariance counts; a series errs apart from them, and several series as if they erred together. Weights of what is not
/// measured are shared out among the rest of the side.
/// </remarks>
sealed class UnitValue
{
    readonly Id<Unit> unit;
    readonly WaveLevels levels;
    readonly List<Item> items;

    /// <param name="series">The level that a series shows in this unit.</param>
    public UnitValue(ValueModel model, WaveLevels levels, Id<Unit> unit, Func<string, Estimate> series)
    {
        (this.levels, this.unit) = (levels, unit);
        items = [.. model.Items.Select(i => new Item(i, [.. i.Told.Select(m => new Source(m.Code, m, levels.Sum(unit, [(m, 1)]))), .. i.Series.Select(code => new Source(code, null, series(code)))]))];
    }

    /// <summary>How many benefits and costs with a weight are measured.</summary>
    public int Measured => items.Count(i => i.Counts);

    public ValueFigures Figures
    {
        get
        {
            var (benefit, cost, difference) = (Over(i => i.Of.Aspect.IsCost() ? 0 : Share(i), 0), Over(i => i.Of.Aspect.IsCost() ? -Share(i) : 0, 100), Over(Share, -100));
            return new(Shown(benefit), Shown(cost), Shown(items.Where(i => i.Counts).Select(i => i.Of.Aspect.IsCost()).Distinct().Count() == 2 ? difference : Unmeasured), Shown(Ratio(benefit, cost, difference)), Measured);
        }
    }

    public IReadOnlyList<ValueRow> Rows(LevelsOfSeries named, MeasuredWave wave) => [.. items.Select(i =>
    {
        var (cost, alone) = (i.Of.Aspect.IsCost(), Sum(x => x == i ? 1 : 0));
        var share = i.Counts ? Share(i) : (double?)null;
        var score = cost ? alone.Rescaled(-1, 100) : alone;
        return new ValueRow(i.Of.Aspect, i.Of.Weight, share, Shown(score), share is { } w ? Shown(score.Rescaled(cost ? -w : w)) : Figure.Without(Withheld.Unmeasured),
            [.. i.Sources.Select(x => new ValueTold(x.Code, x.Measure is { } m ? Names(wave, m) : named.Find(x.Code)?.Names, x.Measure is null, Shown(cost ? x.Level.Rescaled(-1, 100) : x.Level)))]);
    })];

    double Share(Item item) => item.Counts ? item.Of.Weight / items.Where(i => i.Counts && i.Of.Aspect.IsCost() == item.Of.Aspect.IsCost()).Sum(i => i.Of.Weight) : 0;

    Estimate Over(Func<Item, double> weight, double offset) => Sum(weight).Rescaled(1, offset);

    Estimate Sum(Func<Item, double> weight)
    {
        var terms = items.SelectMany(i => i.Given.Select(x => (Source: x, Weight: weight(i) / i.Given.Count))).Where(t => t.Weight != 0).ToList();
        List<(Measure, double)> said = [.. terms.Where(t => t.Source.Measure is not null).Select(t => (t.Source.Measure!.Value, t.Weight))];
        var measured = terms.Where(t => t.Source.Measure is null).ToList();
        if (said.Count == 0) return measured.Count == 0 ? Unmeasured : Together(measured);
        var sum = levels.Sum(unit, said);
        return measured.Count == 0 ? sum : WelchTest.Of(sum, Together(measured).Rescaled(-1)).Difference;
    }

    static Estimate Together(List<(Source Source, double Weight)> measured) => Estimate.Of(measured.Sum(t => t.Weight * t.Source.Level.Value!.Value), measured.Sum(t => Math.Abs(t.Weight) * t.Source.Level.StandardError!.Value),
        measured.Min(t => t.Source.Level.DegreesOfFreedom), measured.Min(t => t.Source.Level.N));

    /// <summary>Benefit over cost, delta method; their covariance from the error of their difference.</summary>
    static Estimate Ratio(Estimate benefit, Estimate cost, Estimate difference)
    {
        if (benefit.Withheld || cost.Withheld || difference.Withheld) return Unmeasured;
        if (cost.Lower <= 0) return Estimate.Withhold(Withholding.DenominatorNearZero, difference.N);
        double r = benefit.Value.Value / cost.Value.Value, b = Square(benefit), c = Square(cost), both = (b + c - Square(difference)) / 2;
        return Estimate.Of(r, Math.Sqrt(Math.Max(0, b - 2 * r * both + r * r * c)) / cost.Value.Value, difference.DegreesOfFreedom, difference.N);
    }

    static double Square(Estimate e) => e.StandardError!.Value * e.StandardError.Value;
    static Estimate Unmeasured => Estimate.Withhold(Withholding.Unmeasured, 0);

    // What was measured at too few is withheld by the wave or the series already.
    static Figure Shown(Estimate estimate) => Figure.Of(estimate, 1);

    static Text? Names(MeasuredWave wave, Measure measure) => measure.Kind == MeasureKind.Item
        ? wave.Measures.Asked.FirstOrDefault(a => a.Slot.Key == measure.Node)?.Title
        : measure.HasNode ? wave.Indicators.FirstOrDefault(i => i.Code == measure.Node)?.Names : Text.Of(Definition.Of(measure).Name);

    sealed record Item(ValueItem Of, IReadOnlyList<Source> Sources)
    {
        public IReadOnlyList<Source> Given { get; } = [.. Sources.Where(x => !x.Level.Withheld)];
        public bool Counts => Of.Weight > 0 && Given.Count > 0;
    }

    /// <param name="Level">Higher is better, 0 to 100, of costs too.</param>
    sealed record Source(string Code, Measure? Measure, Estimate Level);
}

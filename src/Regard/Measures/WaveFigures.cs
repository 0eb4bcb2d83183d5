using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>The numbers of a wave that may be shown, by unit and measure.</summary>
sealed class WaveFigures(IReadOnlyDictionary<(Id<Unit>, Measure), Figure> figures)
{
    public Figure this[Id<Unit> unit, Measure measure] => figures.GetValueOrDefault((unit, measure)) ?? Figure.Without(Withheld.Unmeasured);
    public IEnumerable<KeyValuePair<(Id<Unit> Unit, Measure Measure), Figure>> All => figures.Select(f => KeyValuePair.Create((f.Key.Item1, f.Key.Item2), f.Value));

    /// <summary>Works them out from cells, and hides what would give a small group away.</summary>
    public static WaveFigures Of(MeasuredWave wave, IReadOnlyList<Cell> cells, IEnumerable<Measure> measures)
    {
        var found = new Dictionary<(Id<Unit>, Measure), Figure>();
        var units = new UnitCells(wave.Measures, wave.Units, cells);
        foreach (var measure in measures)
        {
            var estimates = wave.Units.Asked.Where(u => units.Whole(u.Id) is not null).ToDictionary(u => u.Id, u => wave.Measures.Estimate(measure, units.Whole(u.Id)!));
            var hidden = SmallCells.Hidden(wave.Units, N, Own, wave.Minimum);
            foreach (var (unit, estimate) in estimates)
            {
                var figure = Figure.Of(estimate, wave.Minimum);
                found[(unit, measure)] = figure.Given && hidden.Contains(unit) ? Figure.Without(Withheld.Protecting) : figure;
            }

            long N(Id<Unit> unit) => estimates.TryGetValue(unit, out var e) ? e.N : 0;
            long Own(Id<Unit> unit) => units.Own(unit) is not { } own ? 0 : ReferenceEquals(own, units.Whole(unit)) ? N(unit) : wave.Measures.Estimate(measure, own).N;
        }
        return new(found);
    }
}

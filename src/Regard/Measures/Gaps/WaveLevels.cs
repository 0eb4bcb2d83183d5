using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>What the answers of a wave say of any set of indicators, for some units as far as their numbers may be shown.</summary>
sealed class WaveLevels
{
    readonly MeasuredWave wave;
    readonly Dictionary<Id<Unit>, CellMeans> cells;
    readonly WaveFigures figures;
    readonly Measure? gate;

    WaveLevels(MeasuredWave wave, Dictionary<Id<Unit>, CellMeans> cells, WaveFigures figures, Measure? gate) => (this.wave, this.cells, this.figures, this.gate) = (wave, cells, figures, gate);

    /// <param name="units">That will be asked for.</param>
    public static async Task<WaveLevels> Read(Session s, MeasuredWave wave, IReadOnlyList<Id<Unit>> units)
    {
        Measure? gate = wave.Measures.All is [var first, ..] ? first : null;
        var read = gate is null ? [] : await CellStore.Whole(s, wave, units);
        return new(wave, read.ToDictionary(c => c.Key, c => wave.Measures.Read(c.Value)), await FigureStore.Of(s, wave, gate is { } g ? [g] : []), gate);
    }

    public MeasuredWave Wave => wave;
    public bool Asks(string code, Part part) => wave.Measures.Asks(code, part);
    public bool Shows(Id<Unit> unit) => gate is { } g && figures[unit, g].Given && cells.ContainsKey(unit);

    /// <summary>The nearest unit, from this one up, whose numbers may be shown; null when there is none.</summary>
    public Unit? Nearest(Id<Unit> unit) => wave.Units.PathTo(unit).LastOrDefault(u => Shows(u.Id));

    /// <summary>Withheld for a unit that may not be shown, and under the wave's minimum.</summary>
    public Estimate Level(Id<Unit> unit, IReadOnlyList<(string Code, double Weight)> leaves, Part part, Part? less = null)
    {
        if (leaves.Count == 0 || !Shows(unit)) return Estimate.Withhold(Withholding.Unmeasured, 0);
        var total = leaves.Sum(l => l.Weight);
        var terms = leaves.Select(l => (l.Code, part, l.Weight / total));
        return Sum(unit, less is { } other ? terms.Concat(leaves.Select(l => (l.Code, other, -l.Weight / total))) : terms);
    }

    /// <summary>One side of an indicator less the same of another.</summary>
    public Estimate Difference(Id<Unit> unit, string one, string other, Part part) => Sum(unit, [(one, part, 1), (other, part, -1)]);

    /// <summary>Any sum over sides that are asked, each with its weight; withheld for a unit that may not be shown, and under the wave's minimum.</summary>
    public Estimate Sum(Id<Unit> unit, IReadOnlyList<(string Code, Part Part, double Weight)> terms) =>
        Shows(unit) && terms.All(t => Asks(t.Code, t.Part)) ? Sum(unit, terms.AsEnumerable()) : Estimate.Withhold(Withholding.Unmeasured, 0);

    /// <summary>The same of measures that are means.</summary>
    public Estimate Sum(Id<Unit> unit, IReadOnlyList<(Measure Measure, double Weight)> terms) => Shows(unit) && terms.All(t => wave.Measures.All.Contains(t.Measure))
        ? wave.Measures.Sum(cells[unit], terms).WithholdUnder(wave.Minimum) : Estimate.Withhold(Withholding.Unmeasured, 0);

    /// <summary>Mean over groups of indicators that are asked, weighed as given or by stated importance.</summary>
    public Estimate Weighted(Id<Unit> unit, IReadOnlyList<IReadOnlyList<string>> groups, IReadOnlyList<double>? weights) =>
        Shows(unit) ? wave.Measures.Weighted(cells[unit], groups, weights).WithholdUnder(wave.Minimum) : Estimate.Withhold(Withholding.Unmeasured, 0);

    Estimate Sum(Id<Unit> unit, IEnumerable<(string, Part, double)> terms) => wave.Measures.Sum(cells[unit], terms).WithholdUnder(wave.Minimum);
}

using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>The moments of a unit with all below it, if its numbers may be shown.</summary>
static class UnitMoments
{
    /// <summary>Null when the unit's index is withheld: nobody answered, too few did, or a smaller group would be given away.</summary>
    public static async Task<Moments?> Of(Session s, MeasuredWave wave, Unit unit)
    {
        var measure = wave.Measures.All.FirstOrDefault(m => m == Measure.Index, wave.Measures.All.FirstOrDefault());
        if (wave.Measures.All.Count == 0 || !(await FigureStore.Of(s, wave, [measure]))[unit.Id, measure].Given) return null;
        var cells = await CellStore.Read(s, wave.Wave.Id, [.. wave.Units.Under(unit.Id).Select(u => u.Id)]);
        return Moments.Sum(wave.Measures.Slots, cells.Select(c => c.Moments));
    }
}

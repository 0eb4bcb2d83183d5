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
        return (await CellStore.Whole(s, wave, [unit.Id])).GetValueOrDefault(unit.Id);
    }
}

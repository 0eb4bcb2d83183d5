using Regard.Organisation;
namespace Regard.Measures;

static class Distributions
{
    public static async Task<IReadOnlyList<ItemDistribution>> Of(Session s, MeasuredWave wave, Unit unit, IReadOnlyList<AskedSlot> slots, WaveFigures figures)
    {
        if (slots.Count == 0) return [];
        var cells = await CellStore.Read(s, wave.Wave.Id, [.. wave.Units.Under(unit.Id).Select(u => u.Id)]);
        var moments = cells.Count == 0 ? null : Statistics.Moments.Sum(wave.Measures.Slots, cells.Select(c => c.Moments));
        return [.. slots.Select(a => Item(a, figures[unit.Id, Measure.Item(a.Slot.Key)], moments?.Histogram(a.Slot.Index)))];
    }

    static ItemDistribution Item(AskedSlot asked, Figure score, Statistics.Histogram? answers)
    {
        var (slot, shares) = (asked.Slot, new List<AnswerShare>());
        if (score.Given && answers is not null)
        {
            var total = Enumerable.Range(0, answers.Length).Sum(answers.Weight);
            for (var step = 0; step <= slot.To - slot.From; step++) shares.Add(new(slot.From + step, answers.Count(step), answers.Weight(step) / total));
        }
        return new(slot.Key, asked.Title, slot.Part, score, shares);
    }
}

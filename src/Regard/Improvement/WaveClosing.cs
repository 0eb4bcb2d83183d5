using Regard.Measures;
using Regard.Surveys;
namespace Regard.Improvement;

/// <summary>Closes a wave for page, clock and command line: no more answers, the rest counted, numbers frozen, plans judged and drafted.</summary>
/// <remarks>Each step stands alone: what was interrupted goes on where it stopped when it is asked for again.</remarks>
public sealed class WaveClosing(Office office)
{
    public async Task Run(Id<Wave> wave, Caller caller)
    {
        if (await office.Do(new IsOpen(wave), caller)) await office.Do(new CloseWave(wave), caller);
        while (await office.Do(new FoldResponses(wave, FoldResponses.LargestBatch / 4), caller) > 0) { }
        var numbers = await office.Do(new WorkOutWave(wave), caller);
        var plans = await office.Do(new WorkOutPlans(numbers), caller);
        await office.Do(new FreezeWave(numbers, plans), caller);
    }
}

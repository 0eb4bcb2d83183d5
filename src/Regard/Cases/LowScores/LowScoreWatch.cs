using Regard.Surveys;
namespace Regard.Cases;

/// <summary>Lets no low answer go unheard: looks through what has come in, and opens cases.</summary>
public sealed class LowScoreWatch(Office office)
{
    public async Task Run(Caller clock)
    {
        foreach (var wave in await office.Do(new WavesAnsweredLately(), clock))
            while (await office.Do(new NoteLowScores(wave), clock) > 0) { }
        await office.Do(new HearLowScores(), clock);
    }
}

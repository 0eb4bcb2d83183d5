using Regard.Organisation;
namespace Regard.Measures;

/// <summary>One number of every unit in care in the newest frozen wave that has it, customers' waves before others; to stand beside what was found in other ways.</summary>
sealed record LatestScores(string MeasureCode) : Question<LatestScoresView>
{
    const int WavesTried = 4;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<LatestScoresView> Run(Session s)
    {
        if (Measure.Parse(MeasureCode) is { } measure)
            foreach (var programme in await ProgrammeStore.Asked(s))
                foreach (var wave in (await MeasuredWaveStore.Opened(s, programme.Id, WavesTried)).Where(w => w.FrozenAt is not null))
                {
                    var measured = await MeasuredWaveStore.Load(s, wave);
                    if (!measured.Measures.All.Contains(measure)) continue;
                    var figures = await FigureStore.Of(s, measured, [measure]);
                    return new(WaveLabel.Of(wave), new Sight(s, measured).All.ToDictionary(u => u.Id, u => figures[u.Id, measure]));
                }
        return new(null, new Dictionary<Id<Unit>, Figure>());
    }
}

/// <param name="Wave">Null when no frozen wave has the number.</param>
sealed record LatestScoresView(WaveLabel? Wave, IReadOnlyDictionary<Id<Unit>, Figure> Scores);

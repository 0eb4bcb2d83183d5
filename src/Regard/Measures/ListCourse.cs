using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>One number of a unit over the frozen waves of a programme, the oldest first.</summary>
/// <param name="WaveId">Any wave of the programme.</param>
public sealed record ListCourse(Id<Wave> WaveId, Id<Unit> UnitId, string MeasureCode) : Question<IReadOnlyList<CoursePoint>>
{
    const int MostWaves = 24;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyList<CoursePoint>> Run(Session s)
    {
        if (Measure.Parse(MeasureCode) is not { } measure) throw new NotFound("There is no such number in this wave.");
        return await Of(s, await MeasuredWaveStore.Wave(s, WaveId), UnitId, measure);
    }

    internal static async Task<List<CoursePoint>> Of(Session s, Wave any, Id<Unit> unit, Measure measure)
    {
        var course = new List<CoursePoint>();
        foreach (var wave in (await MeasuredWaveStore.Opened(s, any.ProgrammeId, MostWaves)).Where(w => w.FrozenAt is not null).Reverse())
        {
            var measured = await MeasuredWaveStore.Load(s, wave);
            if (!new Sight(s, measured).Includes(unit)) continue;
            course.Add(new(WaveLabel.Of(wave), (await FigureStore.Of(s, measured, [measure]))[unit, measure]));
        }
        return course;
    }
}

public sealed record CoursePoint(WaveLabel Wave, Figure Figure);

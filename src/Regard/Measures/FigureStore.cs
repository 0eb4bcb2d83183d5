using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The numbers of a wave: of a frozen one as they were kept, of any other from its cells as they stand.</summary>
static class FigureStore
{
    sealed record Row
    {
        public required Id<Unit> UnitId { get; init; }
        public required string Measure { get; init; }
        public double? Value { get; init; }
        public double? StandardError { get; init; }
        public double? Lower { get; init; }
        public double? Upper { get; init; }
        public double? DegreesOfFreedom { get; init; }
        public long? N { get; init; }
        public double? EffectiveN { get; init; }
        public required Withheld Withheld { get; init; }

        public Figure ToFigure() => new()
        {
            Value = Value, StandardError = StandardError, Lower = Lower, Upper = Upper, DegreesOfFreedom = DegreesOfFreedom, N = N, EffectiveN = EffectiveN, Withheld = Withheld,
        };
    }

    public static async Task<WaveFigures> Of(Session s, MeasuredWave wave, IReadOnlyCollection<Measure> wanted)
    {
        var measures = wanted.Where(m => wave.Measures.All.Contains(m)).Distinct().ToList();
        return wave.Wave.FrozenAt is null
            ? WaveFigures.Of(wave, await CellStore.Read(s, wave.Wave.Id), measures)
            : await Frozen(s, wave.Wave.Id, [.. measures.Select(m => m.Code)]);
    }

    static async Task<WaveFigures> Frozen(Session s, Id<Wave> wave, IReadOnlyList<string> codes)
    {
        var rows = await s.Many<Row>($"""
            select unit_id, measure, value, standard_error, lower, upper, degrees_of_freedom, n, effective_n, withheld
            from results where wave_id = @wave and {s.Dialect.Among("measure", "codes")} and segment = ''
            """, new { wave, codes });
        return new(rows.ToDictionary(r => (r.UnitId, Measure.Parse(r.Measure)!.Value), r => r.ToFigure()));
    }

    public static async Task Keep(Session s, Id<Wave> wave, WaveFigures figures)
    {
        await using var rows = s.Dialect.Append(s.Transaction, "results", "wave_id", "unit_id", "segment", "measure", "value", "standard_error",
            "lower", "upper", "degrees_of_freedom", "n", "effective_n", "withheld", "engine");
        foreach (var ((unit, measure), f) in figures.All)
            await rows.Write(wave.Value, unit.Value, "", measure.Code, f.Value, f.StandardError, f.Lower, f.Upper, f.DegreesOfFreedom, f.N, f.EffectiveN, f.Withheld.ToString(), StatisticsEngine.Version);
        await rows.Complete();
    }
}

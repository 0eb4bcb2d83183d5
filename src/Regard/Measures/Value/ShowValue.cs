using Regard.Metrics;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The value delivered to a unit's customers: benefits less costs, what each brings or takes, by unit and over the waves.</summary>
/// <param name="Version">Of the weights; the newest when left out.</param>
public sealed record ShowValue(Id<Wave> WaveId, Id<Unit>? UnitId = null, long? Version = null) : Question<ValueView>
{
    const int Waves = 8;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<ValueView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var unit = sight.Find(UnitId);
        var models = await ValueStore.Models(s);
        var model = Version is null ? models[0] : models.FirstOrDefault(m => m.Number == Version) ?? throw new NotFound("There are no such weights.");
        var units = sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).ToList();
        var (of, series, (from, until)) = await Read(s, wave, model, [unit, .. units]);
        var course = new List<ValuePoint>();
        foreach (var one in (await MeasuredWaveStore.Opened(s, wave.Wave.ProgrammeId, Waves)).Where(w => w.Number <= wave.Wave.Number).Reverse())
        {
            var then = one.Id == WaveId ? wave : await MeasuredWaveStore.Load(s, one);
            if (new Sight(s, then).Includes(unit.Id)) course.Add(new(WaveLabel.Of(one), (one.Id == WaveId ? of : (await Read(s, then, model, [unit])).Of)(unit.Id).Figures));
        }
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), Model = model, Models = models, From = from, Until = until,
            Whole = of(unit.Id).Figures, Rows = of(unit.Id).Rows(series, wave),
            Units = [.. units.Select(u => new ValueUnit(UnitLabel.Of(u), of(u.Id).Figures))], Course = course,
            MayEdit = s.Caller.May(Permission.EditIndicators) && await WholeCompany.Is(s, Permission.EditIndicators),
        };
    }

    static async Task<(Func<Id<Unit>, UnitValue> Of, LevelsOfSeries Series, (DateOnly, DateOnly) Period)> Read(Session s, MeasuredWave wave, ValueModel model, IReadOnlyList<Unit> units)
    {
        var period = await GapStore.Period(s, wave.Wave);
        var levels = await WaveLevels.Read(s, wave, [.. units.Select(u => u.Id)]);
        var series = await new SeriesLevels([.. model.Items.SelectMany(i => i.Series).Distinct()], period.From, period.Until, [.. wave.Units.Under(units[0].Id).Select(u => u.Id)]).Run(s);
        return (id => new(model, levels, id, code => series.Of(code, wave.Units.Under(id).Select(u => u.Id))), series, period);
    }
}

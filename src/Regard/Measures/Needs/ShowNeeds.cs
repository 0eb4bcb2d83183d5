using Regard.Listening;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>How far customers' needs are fulfilled at a unit, need by need and all together, and which needs nobody measures.</summary>
public sealed record ShowNeeds(Id<Wave> WaveId, Id<Unit>? UnitId = null) : Question<NeedsView>
{
    const int Waves = 8;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<NeedsView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var unit = sight.Find(UnitId);
        var needs = await NeedStore.All(s);
        var units = sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).ToList();
        var levels = await WaveLevels.Read(s, wave, [unit.Id, .. units.Select(u => u.Id)]);
        var told = Fulfilment.Of(levels, needs);
        var heard = await Heard(s, unit);
        long Voiced(Need need) => heard is null ? 0 : heard.Named.Where(n => need.Indicators.Contains(n.Code)).Sum(n => n.Needed);
        List<NeedRow> rows = [.. told.Needs.Select(n => new NeedRow(n, told.Fulfilled(unit.Id, n), told.Importance(unit.Id, n), Voiced(n))).OrderBy(r => r.Fulfilled.Value ?? double.MaxValue).ThenBy(r => r.Need.Code, StringComparer.Ordinal)];
        var course = new List<NeedPoint>();
        foreach (var one in (await MeasuredWaveStore.Opened(s, wave.Wave.ProgrammeId, Waves)).Where(w => w.Number <= wave.Wave.Number).Reverse())
        {
            var then = one.Id == WaveId ? wave : await MeasuredWaveStore.Load(s, one);
            if (new Sight(s, then).Includes(unit.Id)) course.Add(new(WaveLabel.Of(one), (one.Id == WaveId ? told : Fulfilment.Of(await WaveLevels.Read(s, then, [unit.Id]), needs)).Index(unit.Id)));
        }
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), Rows = rows, Weighting = told.Weighting, Index = told.Index(unit.Id), Course = course,
            Unmeasured = [.. needs.Except(told.Needs).Select(n => new NeedHeardOf(n, Voiced(n)))],
            Unlisted = heard is null ? [] : [.. heard.Named.Where(n => n.Needed > 0 && !needs.Any(x => x.Indicators.Contains(n.Code))).OrderByDescending(n => n.Needed).Select(n => Unlisted(n, heard))],
            Units = [.. units.Select(u => new NeedUnit(UnitLabel.Of(u), told.Index(u.Id), [.. rows.Select(r => told.Fulfilled(u.Id, r.Need))]))],
            MayEdit = s.Caller.May(Permission.EditIndicators) && await WholeCompany.Is(s, Permission.EditIndicators),
        };
    }

    /// <summary>The field log of the last year; null of a unit that is no longer in care.</summary>
    static async Task<FieldLog?> Heard(Session s, Unit unit)
    {
        var ask = new ListFieldNotes(UnitId: unit.Id, From: s.Today.AddYears(-1));
        return s.Caller.May(ask.Needs) && (await UnitStore.Tree(s, s.Today)).InCare(s.Caller, ask.Needs).Contains(unit.Id) ? await ask.Run(s) : null;
    }

    static NeedVoiced Unlisted(IndicatorNamed named, FieldLog heard)
    {
        var newest = heard.Needs.FirstOrDefault(n => n.IndicatorCode == named.Code);
        return new(named.Code, heard.Names.GetValueOrDefault(named.Code) ?? Text.OneFor(Language.English, named.Code), named.Needed, newest?.Need, newest?.Number);
    }
}

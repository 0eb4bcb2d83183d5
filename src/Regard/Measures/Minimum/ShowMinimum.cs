using Regard.Organisation;
using Regard.Standards;
using Regard.Statistics;
using Regard.Surveys;
using Regard.Visits;
namespace Regard.Measures;

/// <summary>Where the mean hides that many encounters fall short: units by name whose mean is what is demanded while a share of encounters lies under the standards' minimum, and how steady each unit is.</summary>
/// <param name="Least">Share of encounters under the minimum from which on a unit is named, 0 to 1.</param>
public sealed record ShowMinimum(Id<Wave> WaveId, Id<Unit>? UnitId = null, double Least = 0.1) : Question<MinimumView>
{
    /// <summary>Colleagues or roles that a spread between them needs, and visits of each.</summary>
    const int FewestMet = 3, FewestVisits = 3;

    internal override Permission Needs => Permission.SeeResults;

    internal override IEnumerable<Problem> Check()
    {
        if (!(Least is >= 0 and <= 1)) yield return new(nameof(Least), "Between 0 and 100 per cent.");
    }

    internal override async Task<MinimumView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var unit = sight.Find(UnitId);
        var (from, until, under) = (wave.Wave.ClosesOn.AddYears(-1), wave.Wave.ClosesOn, wave.Units.Under(unit.Id).ToList());
        List<Id<Unit>> ids = [.. under.Select(u => u.Id)];
        var (demanded, visits) = (await new DemandedLevels(until).Run(s), await new VisitScores(ids, from, until).Run(s));
        var met = (await new Encounters(from, until, ids).Run(s)).Select(e => new Met(e.UnitId, e.Delivered.GroupBy(d => d.IndicatorCode).ToDictionary(d => d.Key, d => d.Average(x => x.Level)))).ToLookup(e => e.Unit);
        var index = wave.Measures.All.Contains(Measure.Index) ? await FigureStore.Of(s, wave, [Measure.Index]) : null;
        IEnumerable<Met> Of(Unit u) => wave.Units.Under(u.Id).SelectMany(b => met[b.Id]);
        var nodes = wave.Indicators.Where(i => demanded.ContainsKey(i.Code)).ToList();
        return new()
        {
            At = Standpoint.Of(wave, sight, unit), From = from, Until = until, Least = Least,
            Indicators = nodes.Count(n => Of(unit).Any(e => e.Levels.ContainsKey(n.Code))),
            Flags = [.. (from u in under
                         where sight.Includes(u.Id)
                         from node in nodes
                         let level = demanded[node.Code]
                         let levels = Of(u).Where(e => e.Levels.ContainsKey(node.Code)).Select(e => e.Levels[node.Code]).ToList()
                         where levels.Count >= Consistency.Fewest
                         let holding = UnitHolding.Of(u, 0, levels, level.Level, level.Least, allowed: 0)
                         where holding.Holding == Holding.Unsteady && holding.Mean.Value >= level.Level && holding.Failed.Value >= Least
                         orderby holding.Failed.Value descending
                         select new MinimumFlag(UnitLabel.Of(u), NodeLabel.Of(wave.Measures, node), holding.Mean, level.Level, level.Least, holding.Failed))],
            Rows = [.. sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).Prepend(unit).Select(u => Row(wave, u, [.. Of(u)], visits, demanded, index?[u.Id, Measure.Index]))],
        };
    }

    static ConsistencyRow Row(MeasuredWave wave, Unit unit, IReadOnlyList<Met> met, IReadOnlyList<VisitScored> visits, IReadOnlyDictionary<string, DemandedLevel> demanded, Figure? index)
    {
        var below = wave.Units.Under(unit.Id).Select(u => u.Id).ToHashSet();
        var seen = visits.Where(v => below.Contains(v.UnitId)).ToList();
        Estimate[] sources =
        [
            Consistency.Within(met.SelectMany(e => e.Levels).GroupBy(l => l.Key, l => l.Value)),
            Consistency.Within(seen.GroupBy(v => v.FormId, v => v.Score)),
            Between(seen),
            index is { Given: true } ? Consistency.OfAnswers(index.StandardError, index.EffectiveN, index.N!.Value) : Estimate.Withhold(Withholding.Unmeasured, 0),
        ];
        var judged = met.Where(e => e.Levels.Keys.Any(demanded.ContainsKey)).ToList();
        var failed = judged.Count < Consistency.Fewest ? Estimate.Withhold(Withholding.TooFew, judged.Count) : Wilson.Share(judged.Count(e => e.Levels.Any(l => demanded.TryGetValue(l.Key, out var d) && l.Value < d.Least)), judged.Count);
        return new(UnitLabel.Of(unit), Shown(Consistency.Mean(sources)), Shown(sources[0]), Shown(sources[1]), Shown(sources[2]), Shown(sources[3]), Shown(failed));
    }

    /// <summary>Of each colleague's or role's mean, within one form: what they differ by, chance of single visits included.</summary>
    static Estimate Between(List<VisitScored> seen)
    {
        var means = seen.Where(v => v.Met is not null).GroupBy(v => v.FormId).Select(f => f.GroupBy(v => v.Met, v => v.Score).Where(m => m.Count() >= FewestVisits).Select(m => m.Average()).ToList()).Where(m => m.Count >= FewestMet).ToList();
        return Consistency.Between(means);
    }

    static Figure Shown(Estimate e) => Figure.Of(e, 1);

    sealed record Met(Id<Unit> Unit, Dictionary<string, double> Levels);
}

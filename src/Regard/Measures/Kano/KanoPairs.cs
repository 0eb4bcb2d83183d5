using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The pairs of answers of a wave, feature by feature, and their classes for any unit with all below it as far as they may be shown.</summary>
sealed class KanoPairs
{
    readonly MeasuredWave wave;
    readonly Dictionary<(string Feature, Id<Unit> Unit), List<(int With, int Without)>> pairs = [];
    readonly Dictionary<string, HashSet<Id<Unit>>> hidden = [];

    KanoPairs(MeasuredWave wave) => (this.wave, Features) = (wave, KanoQuestion.Of(wave.Form));

    public IReadOnlyList<KanoQuestion> Features { get; }

    public static async Task<KanoPairs> Read(Session s, MeasuredWave wave)
    {
        var all = new KanoPairs(wave);
        if (all.Features.Count == 0) return all;
        await s.Dialect.Read(s.Transaction, "select unit_id, answers from responses where wave_id = @wave", new Dictionary<string, object> { ["wave"] = wave.Wave.Id.Value }, row =>
        {
            var unit = new Id<Unit>(row.Guid(0));
            if (row.MaybeText(1) is { Length: > 0 } said) all.Add(unit, Answers.FromJson(said));
        });
        foreach (var feature in all.Features) all.hidden[feature.Key] = SmallCells.Hidden(wave.Units, u => all.Of(feature, u).Count(), u => all.pairs.GetValueOrDefault((feature.Key, u))?.Count ?? 0, wave.Minimum);
        return all;
    }

    /// <summary>Null when too few answered, or a smaller group would be given away.</summary>
    public KanoFeature? Class(KanoQuestion feature, Id<Unit> unit)
    {
        var given = Of(feature, unit).ToList();
        if (given.Count < wave.Minimum || hidden[feature.Key].Contains(unit)) return null;
        var data = Observations.Of(["with", "without"], [[.. given.Select(p => (double)p.With)], [.. given.Select(p => (double)p.Without)]]);
        return KanoAnalysis.Fit(new(data, [.. given.Select(_ => feature.Key)], "with", "without")).Features[0];
    }

    void Add(Id<Unit> unit, Answers said)
    {
        foreach (var feature in Features)
            if (feature.Read(said) is { } pair) (pairs.TryGetValue((feature.Key, unit), out var list) ? list : pairs[(feature.Key, unit)] = []).Add(pair);
    }

    IEnumerable<(int With, int Without)> Of(KanoQuestion feature, Id<Unit> unit) => wave.Units.Under(unit).SelectMany(u => pairs.GetValueOrDefault((feature.Key, u.Id)) ?? []);
}

using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Metrics;

/// <summary>What series say of the level delivered in some units between two days, both included. For other areas, which say whose units may be asked of.</summary>
sealed record SeriesLevels(IReadOnlyList<string> Codes, DateOnly From, DateOnly Until, IReadOnlyList<Id<Unit>> Units) : Question<LevelsOfSeries>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<LevelsOfSeries> Run(Session s)
    {
        var (series, levels) = ((await SeriesStore.All(s)).Where(x => Codes.Contains(x.Code)).ToDictionary(x => x.Code), new Dictionary<string, ILookup<Id<Unit>, double>>());
        foreach (var (code, one) in series)
            levels[code] = (await SeriesStore.Points(s, code, Units, From)).Where(p => p.Day <= Until)
                .Select(p => (p.UnitId, Level: one.Level(p.Value))).Where(p => p.Level is not null).ToLookup(p => p.UnitId, p => p.Level!.Value);
        return new(series, levels);
    }
}

sealed class LevelsOfSeries(IReadOnlyDictionary<string, Series> series, IReadOnlyDictionary<string, ILookup<Id<Unit>, double>> levels)
{
    public Series? Find(string code) => series.GetValueOrDefault(code);

    /// <summary>Of some units together: mean of the units' mean levels, with the error between units; of one unit alone, between its periods.</summary>
    public Estimate Of(string code, IEnumerable<Id<Unit>> units) => !levels.TryGetValue(code, out var by) ? Estimate.Withhold(Withholding.Unmeasured, 0) : Mean([.. units.Where(by.Contains).Select(u => by[u].ToList())]);

    internal static Estimate Mean(IReadOnlyList<IReadOnlyList<double>> units)
    {
        IReadOnlyList<double> levels = units is [var only] ? only : [.. units.Select(u => u.Average())];
        if (levels.Count < 2) return Estimate.Withhold(levels.Count == 0 ? Withholding.Unmeasured : Withholding.TooFew, levels.Count);
        var mean = levels.Average();
        return Estimate.Of(mean, Math.Sqrt(levels.Sum(l => (l - mean) * (l - mean)) / (levels.Count - 1) / levels.Count), levels.Count - 1, levels.Count);
    }
}

/// <summary>All series by code: whether each says how a value becomes a level. For other areas.</summary>
sealed record SeriesWithLevels : Question<IReadOnlyDictionary<string, bool>>
{
    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<IReadOnlyDictionary<string, bool>> Run(Session s) =>
        (await SeriesStore.All(s)).ToDictionary(x => x.Code, x => x is { IsShare: true } or { LimitValue: not null } or { Worst: not null });
}

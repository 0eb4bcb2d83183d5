using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>The JSON of regard analyse path.</summary>
static class PathShape
{
    public static Dictionary<string, object?> Of(PathAnalysis result)
    {
        var shape = new Dictionary<string, object?>
        {
            ["model"] = result.Fit.Model.Name, ["scheme"] = Said(result.Question.Options.Scheme), ["consistent"] = result.Question.Options.Consistent,
        };
        foreach (var (name, value) in Fit(result.Fit, result.Bootstrap)) shape[name] = value;
        if (result.Prediction is { } prediction)
        {
            shape["q2Distance"] = result.Blindfolding!.Distance;
            shape["q2"] = result.Blindfolding.Redundancy.Select(r => new { construct = r.Construct, q2 = r.Q2 });
            shape["prediction"] = prediction.Items.Select(i => new { item = i.Name, construct = i.Construct, q2 = i.Q2, rmse = i.Rmse, rmseLinear = i.RmseLinear });
        }
        if (result.Comparison is not { } comparison) return shape;
        shape["groups"] = result.Groups.Select(g =>
        {
            var group = new Dictionary<string, object?> { ["group"] = g.Group };
            foreach (var (name, value) in Fit(g.Fit, g.Bootstrap)) group[name] = value;
            return group;
        });
        shape["comparisons"] = comparison.Pairs.Select(Pair);
        return shape;
    }

    static Dictionary<string, object?> Fit(PathFit fit, PathBootstrap? boot) => new()
    {
        ["n"] = fit.Covariances.N, ["nEffective"] = fit.Covariances.EffectiveN, ["leftOut"] = fit.Covariances.LeftOut,
        ["missing"] = fit.Covariances.Missing is { } missing ? Said(missing) : null, ["offScale"] = fit.OffScale,
        ["converged"] = fit.Converged, ["iterations"] = fit.Iterations,
        ["resamples"] = boot?.Resamples, ["resamplesFailed"] = boot?.Failed, ["blocks"] = boot?.Blocks,
        ["constructs"] = fit.Constructs.Select((c, k) => new
        {
            name = c.Name, mode = c.Mode.ToString(), alpha = c.Alpha, alphaRaw = c.AlphaRaw, rhoA = c.RhoA, rhoC = c.RhoC, ave = c.Ave, r2 = c.R2, r2Adjusted = c.R2Adjusted,
            score = c.Score?.Value, scoreSe = c.Score?.StandardError, scoreLower = c.Score?.Lower, scoreUpper = c.Score?.Upper, scoreSeBootstrap = boot?.Score(k)?.StandardError, scoreDeviation = c.ScoreDeviation,
        }),
        ["items"] = fit.Items.Select((item, i) => new
        {
            item = item.Name, construct = item.Construct, weight = item.Weight, weightSe = boot?.Weight(i).StandardError, scoreWeight = item.ScoreWeight,
            loading = item.Loading, loadingSe = boot?.Loading(i).StandardError, communality = item.Communality, score = item.Score,
            crossLoadings = item.CrossLoadings.Select((l, k) => (l, fit.Constructs[k].Name)).ToDictionary(c => c.Name, c => c.l),
        }),
        ["paths"] = fit.Paths.Select((p, i) => Interval(boot?.Path(i)) switch
        {
            var x => new { from = p.From, to = p.To, estimate = p.Value, x.se, x.lower, x.upper, x.lowerBca, x.upperBca, f2 = p.F2, vif = p.Vif },
        }),
        ["totalEffects"] = fit.Effects.Select((e, i) => Interval(boot?.Effect(i)) switch
        {
            var x => new { from = e.From, to = e.To, estimate = e.Total, direct = e.Direct, indirect = e.Indirect, x.se, x.lower, x.upper, x.lowerBca, x.upperBca },
        }),
        ["htmt"] = fit.Heterotrait.Select((h, i) => Interval(boot?.Heterotrait(i)) switch { var x => new { a = h.A, b = h.B, value = h.Htmt, x.se, x.lower, x.upper } }),
        ["fornellLarcker"] = fit.FornellLarcker.Select(f => new { construct = f.Construct, rootAve = f.RootAve, nearest = f.Nearest, correlation = f.Correlation, holds = f.Holds }),
        ["correlations"] = fit.Constructs.SelectMany((a, j) => fit.Constructs.Skip(j + 1).Select(b => new { a = a.Name, b = b.Name, value = fit.Correlation(a.Name, b.Name) })),
        ["srmr"] = fit.Srmr, ["srmrSaturated"] = fit.SrmrSaturated, ["gof"] = fit.GoodnessOfFit,
        ["importancePerformance"] = fit.Constructs.Where(c => c.R2 is not null).Select(c => Map(fit, c.Name)),
    };

    static (double? se, double? lower, double? upper, double? lowerBca, double? upperBca) Interval(PathInterval? interval) => (
        interval?.StandardError, interval?.Percentile?.Lower, interval?.Percentile?.Upper, interval?.Accelerated?.Lower, interval?.Accelerated?.Upper);

    static object Map(PathFit fit, string target)
    {
        var map = ImportanceMap.Of(fit, target);
        object Place(ImportanceMap.Place p) => new { name = p.Name, importance = p.Importance, performance = p.Performance };
        return new { target, constructs = map.Constructs.Select(Place), items = map.Items.Select(Place) };
    }

    static object Pair(PairComparison pair)
    {
        object Difference(PairComparison.Difference d) => new { what = d.What, a = d.InA, b = d.InB, difference = d.Value, p = d.P, pAdjusted = d.PAdjusted };
        return new
        {
            a = pair.A, b = pair.B, permutations = pair.Permutations, permutationsFailed = pair.Failed, paths = pair.Paths.Select(Difference), scores = pair.Scores.Select(Difference),
            invariance = pair.Invariance.Select(i => new { construct = i.Construct, correlation = i.Correlation, p = i.P }),
        };
    }

    static string Said<T>(T choice) where T : struct, Enum => choice.ToString().ToLowerInvariant();
}

using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>One thing known of some customers, as a number in steps or as a name.</summary>
/// <param name="Values">NaN where not known; null for names.</param>
/// <param name="Labels">Null where not known.</param>
sealed record OddsFeature(string Code, double[]? Values, string?[]? Labels = null)
{
    public bool IsKnown(int row) => Values is null ? Labels![row] is not null : !double.IsNaN(Values[row]);
}

/// <summary>Fits a yes-or-no outcome to whatever is known of most. Pure.</summary>
sealed class OddsModel
{
    const int FewestRows = 60, FewestOfEach = 15, RowsForEachColumn = 5, FewestOfLevel = 15, Folds = 5;
    const double KnownOfMost = 0.5;
    const string Target = "yes";
    /// <summary>Levels with too few rows for one of their own.</summary>
    public const string OtherLevels = "";

    public required OddsFigures Figures { get; init; }
    /// <summary>By row: the chance of yes with its standard error; NaN for rows of which something is not known.</summary>
    public double[] Chances { get; private init; } = [];
    public double[] Errors { get; private init; } = [];

    public static OddsModel Of(bool[] yes, IReadOnlyList<OddsFeature> features)
    {
        if (yes.Length < FewestRows) return new() { Figures = new() { N = yes.Length, Yes = yes.Count(y => y), Refusal = OddsRefusal.TooFewRows, Unknown = [.. features.Where(f => !Enumerable.Range(0, yes.Length).Any(f.IsKnown)).Select(f => f.Code)] } };
        var used = features.Where(f => Enumerable.Range(0, yes.Length).Count(f.IsKnown) >= KnownOfMost * yes.Length).ToList();
        int[] rows = [.. Enumerable.Range(0, yes.Length).Where(i => used.All(f => f.IsKnown(i)))];
        var figures = new OddsFigures { N = rows.Length, Yes = rows.Count(i => yes[i]), Unknown = [.. features.Except(used).Select(f => f.Code)] };
        var columns = used.SelectMany(f => Columns(f, rows)).ToList();
        if (Refusal(figures, columns.Count) is { } refusal) return new() { Figures = figures with { Refusal = refusal } };
        try { return Fitted(figures, yes, rows, columns); }
        catch (DataRefused e) { return new() { Figures = figures with { Refusal = e.Fault == DataFault.Separated ? OddsRefusal.Separated : OddsRefusal.NotDetermined } }; }
    }

    static OddsRefusal? Refusal(OddsFigures f, int columns) =>
        columns == 0 ? OddsRefusal.NothingKnown
        : f.N < FewestRows ? OddsRefusal.TooFewRows
        : f.Yes < Math.Max(FewestOfEach, RowsForEachColumn * columns) ? OddsRefusal.TooFewYes
        : f.N - f.Yes < Math.Max(FewestOfEach, RowsForEachColumn * columns) ? OddsRefusal.TooFewNo : null;

    /// <summary>None for what does not vary.</summary>
    static IEnumerable<(OddsFeature Feature, string? Level, double[] Values)> Columns(OddsFeature feature, int[] rows)
    {
        if (feature.Values is { } numbers)
        {
            double[] values = [.. rows.Select(i => numbers[i])];
            if (values.Distinct().Skip(1).Any()) yield return (feature, null, values);
            yield break;
        }
        var enough = rows.CountBy(i => feature.Labels![i]!).Where(c => c.Value >= FewestOfLevel).Select(c => c.Key).ToHashSet();
        string[] labels = [.. rows.Select(i => enough.Contains(feature.Labels![i]!) ? feature.Labels[i]! : OtherLevels)];
        foreach (var level in labels.CountBy(l => l).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Skip(1).Where(c => c.Value >= FewestOfLevel).Select(c => c.Key))
            yield return (feature, level, [.. labels.Select(l => l == level ? 1.0 : 0)]);
    }

    static OddsModel Fitted(OddsFigures figures, bool[] yes, int[] rows, IReadOnlyList<(OddsFeature Feature, string? Level, double[] Values)> columns)
    {
        string[] names = [.. columns.Select(c => c.Level is null ? c.Feature.Code : $"{c.Feature.Code}={c.Level}")];
        var data = Observations.Of([Target, .. names], [[.. rows.Select(i => yes[i] ? 1.0 : 0)], .. columns.Select(c => c.Values)]);
        var fit = LogisticRegression.Fit(data, Target, names);
        var (chances, errors) = (new double[yes.Length], new double[yes.Length]);
        Array.Fill(chances, double.NaN);
        Array.Fill(errors, double.NaN);
        for (var r = 0; r < rows.Length; r++)
        {
            var share = fit.Share([.. columns.Select(c => c.Values[r])])!;
            (chances[rows[r]], errors[rows[r]]) = (share.Value!.Value, share.StandardError!.Value);
        }
        return new()
        {
            Chances = chances, Errors = errors,
            Figures = figures with
            {
                Explained = fit.McFadden, Auc = HeldOut(data, names),
                Rows = [.. columns.Zip(fit.Coefficients, (c, odds) => new OddsRow(c.Feature.Code, c.Level, Math.Exp(odds.Coefficient), Math.Exp(odds.Estimate!.Lower!.Value), Math.Exp(odds.Estimate.Upper!.Value), odds.PValue!.Value))],
            },
        };
    }

    /// <summary>Every fifth row foretold from the others; null where a part of the rows does not determine the model.</summary>
    static Bounded? HeldOut(Observations data, string[] names)
    {
        var scores = new double[data.Rows];
        try
        {
            for (var fold = 0; fold < Folds; fold++)
            {
                int[] apart = [.. Enumerable.Range(0, data.Rows).Where(i => i % Folds == fold)];
                var foretold = LogisticRegression.Fit(data.Take([.. Enumerable.Range(0, data.Rows).Where(i => i % Folds != fold)]), Target, names).Probabilities(data.Take(apart));
                for (var i = 0; i < apart.Length; i++) scores[apart[i]] = foretold[i];
            }
        }
        catch (DataRefused) { return null; }
        return Bounded.Of(RocCurve.Of(scores, [.. data[Target].ToArray().Select(y => y == 1)]).Auc);
    }
}

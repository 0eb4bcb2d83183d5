namespace Regard.Statistics;

/// <summary>A ridge or lasso penalty chosen by cross-validation.</summary>
/// <param name="Best">Penalty of the lowest deviance.</param>
/// <param name="Simplest">Largest penalty whose deviance is within one standard error of the lowest.</param>
/// <param name="Trials">All tried, from the largest penalty to the smallest.</param>
/// <remarks>Folds by the seed, each with its part of either outcome; Hastie, Tibshirani and Friedman (2009), sections 7.10 and 18.4.</remarks>
public sealed record PenaltyChoice(double Best, double Simplest, IReadOnlyList<PenaltyTrial> Trials)
{
    const int Penalties = 40;

    /// <summary>Tries penalties.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="target">The column to explain, of 1 and 0.</param>
    /// <param name="features">At least one.</param>
    /// <param name="lasso">True for lasso, false for ridge.</param>
    /// <param name="draws">Deals rows to folds.</param>
    /// <param name="folds">2 or more; fewer when either outcome has fewer rows.</param>
    /// <param name="threads">Most threads; the numbers are the same on any.</param>
    /// <exception cref="DataRefused">As <see cref="LogisticRegression.Fit"/>, or fewer than two rows of an outcome.</exception>
    public static PenaltyChoice Of(Observations data, string target, IReadOnlyList<string> features, bool lasso, Draws draws, int folds = 10, int? threads = null)
    {
        if (folds < 2) throw new DataRefused(DataFault.BadSpecification, $"{folds} folds are too few: at least 2.");
        var whole = LogisticRegression.Design(data, target, features, threads);
        var outcome = data[target].ToArray();
        var rarer = (int)Math.Min(outcome.Sum(), outcome.Length - outcome.Sum());
        if (rarer < 2) throw new DataRefused(DataFault.TooFewRows, $"{rarer} row of the rarer outcome of {target} is too few to be left out in turn.", target);
        var count = Math.Min(folds, rarer);
        var gradient = new double[whole.Size];
        whole.LogLikelihood(LogisticRegression.Start(whole, data, target), gradient, new double[whole.Size * whole.Size]);
        // The lasso keeps nothing from here on; ridge needs a thousand times as much to come near that.
        var largest = gradient.Skip(1).Max(Math.Abs) / whole.N * (lasso ? 1 : 1000);
        var penalties = Enumerable.Range(0, Penalties).Select(k => largest * Math.Pow(lasso ? 1e-4 : 1e-7, k / (Penalties - 1.0))).ToArray();
        var fold = Dealt(outcome, count, draws);
        var columns = features.Select(f => data[f].ToArray()).ToArray();
        var deviances = Enumerable.Range(0, count).Select(f => Left(data, target, columns, fold, f, penalties, lasso, threads)).ToArray();
        var trials = penalties.Select((penalty, k) =>
        {
            var means = deviances.Select(d => d.Sums[k] / d.Rows).ToArray();
            var mean = deviances.Sum(d => d.Sums[k]) / outcome.Length;
            return new PenaltyTrial(penalty, mean, Math.Sqrt(means.Sum(m => (m - mean) * (m - mean)) / (count - 1) / count));
        }).ToArray();
        var best = trials.MinBy(t => t.Deviance)!;
        return new(best.Penalty, trials.First(t => t.Deviance <= best.Deviance + best.StandardError).Penalty, trials);
    }

    static int[] Dealt(double[] outcome, int folds, Draws draws)
    {
        var fold = new int[outcome.Length];
        for (var side = 0; side < 2; side++)
        {
            var rows = Enumerable.Range(0, outcome.Length).Where(i => outcome[i] == side).ToArray();
            var stream = draws.Of(side);
            stream.Shuffle<int>(rows);
            for (var k = 0; k < rows.Length; k++) fold[rows[k]] = k % folds;
        }
        return fold;
    }

    // Deviance of the rows left out, along the penalties, each fit starting from the last.
    static (double[] Sums, int Rows) Left(Observations data, string target, double[][] columns, int[] fold, int left, double[] penalties, bool lasso, int? threads)
    {
        int[] kept = [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] != left)], absent = [.. Enumerable.Range(0, fold.Length).Where(i => fold[i] == left)];
        var outcome = data[target].ToArray();
        var design = new LogisticDesign([.. columns.Select(c => kept.Select(i => c[i]).ToArray())], [.. kept.Select(i => outcome[i])], threads);
        var (share, start, sums) = (kept.Average(i => outcome[i]), new double[design.Size], new double[penalties.Length]);
        start[0] = Math.Log(share / (1 - share));
        for (var k = 0; k < penalties.Length; k++)
        {
            start = PenalizedLogistic.Run(design, start, lasso ? 0 : penalties[k], lasso ? penalties[k] : 0).At;
            foreach (var i in absent)
            {
                var eta = start[0];
                for (var j = 0; j < columns.Length; j++) eta += start[j + 1] * (columns[j][i] - design.Means[j]) / design.Scales[j];
                var away = outcome[i] == 1 ? -eta : eta;
                sums[k] += 2 * (Math.Max(away, 0) + Math.Log(1 + Math.Exp(-Math.Abs(away))));
            }
        }
        return (sums, absent.Length);
    }
}

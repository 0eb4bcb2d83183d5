namespace Regard.Statistics;

/// <summary>How well a path model predicts answers that it has not seen: k-fold cross-validation.</summary>
/// <remarks>
/// PLSpredict: Shmueli, Ray, Velasquez Estrada and Chatla (2016), Journal of Business Research 69, 4552-4564. Items are predicted from
/// the composites of constructs without sources, by their total effects. Estimated and judged from sums of products, so that its cost does
/// not grow with the rows once they are folded. Rows that lack an answer are left out. Composites predict, so the correction of consistent PLS is left aside.
/// </remarks>
public sealed class PathPrediction
{
    PathPrediction(IReadOnlyList<PredictedItem> items) => Items = items;

    /// <summary>The items of all constructs that have sources.</summary>
    public IReadOnlyList<PredictedItem> Items { get; }

    /// <summary>Deals rows to folds, fits without each fold, predicts it.</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="answers">Holds every item of the model.</param>
    /// <param name="draws">The seed that deals rows to folds.</param>
    /// <param name="folds">2 or more, 10 usually.</param>
    /// <param name="repeats">Deals, over which squared errors are added.</param>
    /// <param name="options">How to estimate.</param>
    /// <param name="weights">Case weights, one a row.</param>
    /// <exception cref="DataRefused">As <see cref="Pls.Fit(PathModel, Observations, PathOptions, IReadOnlyList{double}, MissingAnswers)"/>, or more folds than rows.</exception>
    public static PathPrediction Of(PathModel model, Observations answers, Draws draws, int folds = 10, int repeats = 1, PathOptions? options = null, IReadOnlyList<double>? weights = null)
    {
        var rows = AnswerRows.Of(answers.Select(model.Items), weights, MissingAnswers.Casewise);
        if (folds < 2 || folds > rows.Rows) throw new DataRefused(DataFault.TooFewRows, $"{rows.Rows} complete rows cannot be dealt to {folds} folds.");
        var deals = Enumerable.Range(0, repeats).SelectMany(r => BlockSums.Deal([.. Enumerable.Range(0, rows.Rows)], folds, draws.For(r)));
        return Of(model, rows, [.. deals], options ?? new());
    }

    internal static PathPrediction Of(PathModel model, AnswerRows rows, IReadOnlyList<ArraySegment<int>> folds, PathOptions options)
    {
        var (plan, total) = (new PathPlan(model), rows.Sums());
        Pls.CheckRows(plan, rows.Rows - folds.Max(f => f.Count));
        var errors = Pieces.Run(folds.Count, f => FoldErrors.Of(plan, options with { Consistent = false }, rows, total, folds[f]));
        double weight = errors.Sum(e => e.Weight);
        return new([.. Enumerable.Range(0, plan.Items).Where(i => plan.Sources[plan.Owners[i]].Length > 0).Select(i => new PredictedItem(
            model.Items[i], model.Constructs[plan.Owners[i]].Name, 1 - errors.Sum(e => e.Model[i]) / errors.Sum(e => e.Mean[i]),
            Math.Sqrt(errors.Sum(e => e.Model[i]) / weight), errors.Any(e => double.IsNaN(e.Linear[i])) ? null : Math.Sqrt(errors.Sum(e => e.Linear[i]) / weight)))]);
    }
}

/// <summary>How well an item is predicted.</summary>
/// <param name="Name">The item.</param>
/// <param name="Construct">Its construct.</param>
/// <param name="Q2">1 - squared error / squared error of the mean of the other folds; over 0 is better than the mean.</param>
/// <param name="Rmse">Root mean squared error in the unit of the answers.</param>
/// <param name="RmseLinear">The same of a plain regression on the items of the constructs without sources; null when these determine one another.</param>
public sealed record PredictedItem(string Name, string Construct, double Q2, double Rmse, double? RmseLinear);

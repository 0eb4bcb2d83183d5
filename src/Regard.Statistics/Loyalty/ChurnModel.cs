namespace Regard.Statistics;

/// <summary>Who will leave: a logistic model with its test on rows it has not seen, reasons for each customer, and a card.</summary>
public sealed record ChurnModel
{
    /// <summary>What was asked for.</summary>
    public required ChurnSpecification Specification { get; init; }

    /// <summary>How each column of names was coded.</summary>
    public required IReadOnlyList<CategoryCoding> Codings { get; init; }

    /// <summary>The fit.</summary>
    public required LogisticRegression Regression { get; init; }

    /// <summary>On the rows fitted to.</summary>
    public required ModelEvaluation Training { get; init; }

    /// <summary>On the rows held out; null without any.</summary>
    public required ModelEvaluation? HeldOut { get; init; }

    /// <summary>The penalty's cross-validation; null when it was given.</summary>
    public required PenaltyChoice? Choice { get; init; }

    /// <summary>What to know before trusting it.</summary>
    public required ModelCard Card { get; init; }

    /// <summary>Fits and tests a model.</summary>
    /// <param name="data">Complete in the columns named.</param>
    /// <param name="specification">What is explained by what.</param>
    /// <param name="options">Null for no penalty and no rows held out.</param>
    /// <exception cref="DataRefused">As <see cref="LogisticRegression.Fit"/>, or a split that leaves rows of one outcome only.</exception>
    public static ChurnModel Fit(ChurnData data, ChurnSpecification specification, ChurnOptions? options = null)
    {
        options ??= new();
        CategoryCoding[] codings = [.. specification.Categories.Select(c => CategoryCoding.Of(c.Column, data.Labels(c.Column), c.Reference))];
        string[] features = [.. specification.Features, .. codings.SelectMany(c => c.Names)];
        var coded = Coded(data, specification, codings);
        var target = data.Numbers[specification.Target].ToArray();
        var all = Observations.WithMissing([specification.Target, .. coded.Names], [target, .. coded.Names.Select(n => coded[n].ToArray())]);
        var (training, rest) = options.HeldOut?.Parted(data.Numbers) ?? ([.. Enumerable.Range(0, all.Rows)], []);
        var known = rest.Length == 0 ? all : all.Take(training);
        var choice = options.ChooseRidge || options.ChooseLasso ? PenaltyChoice.Of(known, specification.Target, features, options.ChooseLasso, options.Draws, options.Folds, options.Fit.Threads) : null;
        var fit = choice is null ? options.Fit : options.ChooseLasso ? options.Fit with { Lasso = choice.Simplest } : options.Fit with { Ridge = choice.Best };
        var regression = LogisticRegression.Fit(known, specification.Target, features, fit);
        ModelEvaluation Tested(Observations rows) => ModelEvaluation.Of(regression.Probabilities(rows), [.. rows[specification.Target].ToArray().Select(y => y == 1)], fit.Confidence);
        var (seen, unseen) = (Tested(known), rest.Length == 0 ? null : Tested(all.Take(rest)));
        var judged = unseen ?? seen;
        return new()
        {
            Specification = specification, Codings = codings, Regression = regression, Training = seen, HeldOut = unseen, Choice = choice,
            Card = new(options.On, options.Data, specification.Target, features, [.. codings.Select(c => $"{c.Column}={c.Reference}")], regression.N, regression.Positives, options.HeldOut?.How,
                unseen?.N ?? 0, unseen?.Positives ?? 0, fit.Ridge, fit.Lasso, judged.Roc.Auc, judged.Calibration.Brier, judged.Calibration.Intercept, judged.Calibration.Slope, judged.TopDecileLift),
        };
    }

    /// <summary>The risk of each customer, 0 to 1.</summary>
    /// <param name="data">With the features; the target is not needed.</param>
    /// <exception cref="DataRefused">A feature is not there, has missing values, or a level that no row had.</exception>
    public double[] Risks(ChurnData data) => Regression.Probabilities(Coded(data, Specification, Codings));

    /// <summary>Why a customer's risk differs from the average customer's, the largest reason first.</summary>
    /// <param name="data">With the features.</param>
    /// <param name="row">From 0.</param>
    /// <exception cref="DataRefused">As <see cref="Risks"/>.</exception>
    public IReadOnlyList<RiskReason> Reasons(ChurnData data, int row)
    {
        var values = Values(data, row);
        var parts = Regression.Contributions(values);
        var reasons = Specification.Features.Select((name, j) => new RiskReason(name, values[j], null, parts[j])).ToList();
        var at = Specification.Features.Count;
        foreach (var coding in Codings)
        {
            reasons.Add(new(coding.Column, null, data.Labels(coding.Column)[row], Enumerable.Range(at, coding.Levels.Count).Sum(j => parts[j])));
            at += coding.Levels.Count;
        }
        return [.. reasons.OrderByDescending(r => Math.Abs(r.Contribution))];
    }

    /// <summary>A customer's risk with its interval; null under the lasso.</summary>
    /// <param name="data">With the features.</param>
    /// <param name="row">From 0.</param>
    /// <exception cref="DataRefused">As <see cref="Risks"/>.</exception>
    public Estimate? Risk(ChurnData data, int row) => Regression.Share(Values(data, row));

    double[] Values(ChurnData data, int row) =>
        [.. Specification.Features.Select(f => data.Numbers[f][row]), .. Codings.SelectMany(c => c.Code([data.Labels(c.Column)[row]]).Select(column => column[0]))];

    static Observations Coded(ChurnData data, ChurnSpecification specification, IReadOnlyList<CategoryCoding> codings) => Observations.WithMissing(
        [.. specification.Features, .. codings.SelectMany(c => c.Names)],
        [.. specification.Features.Select(f => data.Numbers[f].ToArray()), .. codings.SelectMany(c => c.Code(data.Labels(c.Column)))]);
}

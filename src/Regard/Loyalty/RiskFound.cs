using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>The risk of each customer to be lost within the days of the segment, with its reasons, and how far that can be trusted.</summary>
sealed class RiskFound
{
    public const int Reasons = 3;
    const int FewestRows = 200, FewestOfEach = 25, FewestInTest = 50, FewestOfEachInTest = 10, FewestOfLevel = 50, RowsForEachFeature = 10, Folds = 5;
    /// <summary>A penalty that gains less of the deviance is left out, so that intervals are honest.</summary>
    const double LeastGain = 0.001;
    const string Target = "lost", Moment = "moment";
    /// <summary>Level of the segments with too few rows for one of their own, and of customers in none.</summary>
    public const string Others = "";

    public required RiskFigures Figures { get; init; }
    /// <summary>By customer; NaN for whoever cannot be lost now, or where nothing can be told.</summary>
    public required double[] Risks { get; init; }
    /// <summary>By customer the three that weigh most.</summary>
    public FoundCause[] Causes { get; init; } = [];

    public static RiskFound Of(CustomerBook book, CustomerFacts[] facts, Quarters quarters, ChurnRule rule)
    {
        var usual = UsualPurchase(facts);
        var rows = RiskRows.Of(book, facts, quarters, rule.DaysOf, usual).Uncovered();
        var figures = Told(rows, rule);
        if (Refusal(rows) is { } refusal) return None(book, figures with { Refusal = refusal });
        try
        {
            var levels = Levels(book, rows);
            var model = Fitted(book, rows, levels);
            if (model.Training.Roc.Auc.Value > 0.9999) return None(book, figures with { Refusal = RiskRefusal.Separated });
            var scores = new RiskScores(model);
            var (risks, causes) = scores.Of(book, facts, rule, usual, rows.LeavesOutCovered);
            return new() { Figures = Told(figures, model) with { Scored = risks.Count(r => !double.IsNaN(r)) }, Risks = risks, Causes = causes };
        }
        catch (DataRefused e) { return None(book, figures with { Refusal = e.Fault == DataFault.Separated ? RiskRefusal.Separated : RiskRefusal.NotDetermined }); }
    }

    static RiskFound None(CustomerBook book, RiskFigures figures)
    {
        var risks = new double[book.Count];
        Array.Fill(risks, double.NaN);
        return new() { Figures = figures, Risks = risks };
    }

    static double UsualPurchase(CustomerFacts[] facts)
    {
        var (spent, purchases) = (0.0, 0L);
        foreach (var f in facts) (spent, purchases) = (spent + f.Spent, purchases + f.Purchases);
        return spent > 0 ? spent / purchases : 1;
    }

    static RiskRefusal? Refusal(RiskRows rows)
    {
        var (lost, testLost) = (rows.Training.Count(r => r.Lost), rows.Test.Count(r => r.Lost));
        return rows.Training.Length == 0 || rows.Test.Length == 0 ? RiskRefusal.TooShort
            : rows.Training.Length < FewestRows || rows.Test.Length < FewestInTest ? RiskRefusal.TooFewRows
            : lost < FewestOfEach || testLost < FewestOfEachInTest ? RiskRefusal.TooFewLost
            : rows.Training.Length - lost < FewestOfEach || rows.Test.Length - testLost < FewestOfEachInTest ? RiskRefusal.TooFewKept : null;
    }

    /// <summary>Segments with enough rows to tell anything of; the others stand together.</summary>
    static HashSet<string> Levels(CustomerBook book, RiskRows rows) =>
        [.. rows.Training.CountBy(r => book.Segments[r.Customer]).Where(p => p.Value >= FewestOfLevel).Select(p => p.Key)];

    static ChurnModel Fitted(CustomerBook book, RiskRows rows, HashSet<string> levels)
    {
        RiskRow[] all = [.. rows.Training, .. rows.Test];
        var features = RiskFeature.All.Where(f => rows.Training.Select(r => f.Value(r.Known)).Distinct().Skip(1).Any()).ToList();
        string[] labels = [.. all.Select(r => levels.Contains(book.Segments[r.Customer]) ? book.Segments[r.Customer] : Others)];
        var used = labels.Take(rows.Training.Length).CountBy(l => l).Where(p => p.Value >= FewestOfLevel).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        if (used.Count > 0 && labels.Any(l => used.All(u => u.Key != l))) labels = [.. labels.Select(l => used.Any(u => u.Key == l) ? l : used[0].Key)];
        var data = new ChurnData(Observations.Of([Target, Moment, .. features.Select(f => f.Code)],
            [[.. all.Select(r => r.Lost ? 1.0 : 0)], [.. all.Select(r => (double)r.Day)], .. features.Select(f => all.Select(r => f.Value(r.Known)).ToArray())]), [new(RiskFeature.Segment, labels)]);
        var specification = new ChurnSpecification(Target, [.. features.Select(f => f.Code)], used.Count > 1 ? [new(RiskFeature.Segment, used[0].Key)] : []);
        var options = new ChurnOptions { HeldOut = HeldOutRows.From(Moment, rows.Test.Min(r => r.Day)), ChooseRidge = true, Folds = Folds, On = book.AsOf };
        var model = ChurnModel.Fit(data, specification, options);
        var (loosest, best) = (model.Choice!.Trials[^1].Deviance, model.Choice.Trials.Min(t => t.Deviance));
        var rarer = Math.Min(model.Regression.Positives, model.Regression.N - model.Regression.Positives);
        if (loosest - best > LeastGain * best || rarer < RowsForEachFeature * model.Regression.Coefficients.Count) return model;
        try { return ChurnModel.Fit(data, specification, options with { ChooseRidge = false }); }
        catch (DataRefused) { return model; }
    }

    static RiskFigures Told(RiskRows rows, ChurnRule rule)
    {
        static DateOnly? Day(RiskRow[] rows, Func<IEnumerable<int>, int> which) => rows.Length == 0 ? null : DateOnly.FromDayNumber(which(rows.Select(r => r.Day)));
        return new()
        {
            Rows = rows.Training.Length, Lost = rows.Training.Count(r => r.Lost), From = Day(rows.Training, Enumerable.Min), Until = Day(rows.Training, Enumerable.Max),
            TestRows = rows.Test.Length, TestLost = rows.Test.Count(r => r.Lost), TestFrom = Day(rows.Test, Enumerable.Min), TestUntil = Day(rows.Test, Enumerable.Max), Days = rule.Days, LeavesOutCovered = rows.LeavesOutCovered,
        };
    }

    static RiskFigures Told(RiskFigures figures, ChurnModel model)
    {
        var (test, ridge) = (model.HeldOut!, model.Card.Ridge);
        RiskCoefficient Read(LogOdds odds)
        {
            var coding = model.Codings.FirstOrDefault(c => c.Names.Contains(odds.Name));
            var step = coding is not null ? RiskStep.Level : RiskFeature.All.First(f => f.Code == odds.Name).Step;
            double Ratio(double coefficient) => Math.Exp(coefficient * step.Size());
            var bounds = ridge == 0 && odds.Estimate is { Withheld: false } e ? e : null;
            return new(coding?.Column ?? odds.Name, coding is null ? null : odds.Name[(coding.Column.Length + 1)..], step, Ratio(odds.Coefficient), bounds is null ? null : Ratio(bounds.Lower!.Value), bounds is null ? null : Ratio(bounds.Upper!.Value));
        }
        return figures with
        {
            Ridge = ridge, Auc = Bounded.Of(test.Roc.Auc), Slope = Bounded.Of(test.Calibration.Slope), Intercept = Bounded.Of(test.Calibration.Intercept), Brier = test.Calibration.Brier, Lift = Bounded.Of(test.TopDecileLift),
            Bins = [.. test.Calibration.Bins.Select(b => new RiskBin(b.Lowest, b.Highest, b.Predicted, Bounded.Of(b.Observed)!, b.Observed.N))],
            Coefficients = [.. model.Regression.Coefficients.Select(Read)], Reference = model.Codings.FirstOrDefault()?.Reference,
        };
    }
}

using Regard.Statistics.Tests.Contract;
using Regard.Statistics.Tests.Drivers;

namespace Regard.Statistics.Tests.Loyalty;

public sealed class ChurnModelContract : EstimatorContract
{
    private protected override Observations Data { get; } = LogisticTests.Random(3000, 3, 1, -0.5, 0.2);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var model = ChurnModel.Fit(new(data, []), new("y", Columns.Names(3), []), new()
        {
            HeldOut = HeldOutRows.Share(0.3, Draws.Seeded(seed)), ChooseRidge = true, Draws = Draws.Seeded(seed), Folds = 4, Fit = new() { Threads = threads },
        });
        return [model.Card.Ridge, model.Card.Brier, model.Card.Auc.Value, model.Card.CalibrationSlope.Upper, model.Card.TopDecileLift.Value, .. model.Regression.Coefficients.Select(c => (double?)c.Coefficient)];
    }

    // By which rows are held out chance decides; without any the order must not show.
    private protected override IReadOnlyList<double?> Fixed(Observations data)
    {
        var model = ChurnModel.Fit(new(data, []), new("y", Columns.Names(3), []));
        return [model.Card.Brier, model.Card.Auc.Value, model.Card.CalibrationIntercept.Lower, .. model.Regression.Coefficients.Select(c => (double?)c.Coefficient)];
    }
}

public sealed class LoyaltyMatrixContract : EstimatorContract
{
    private protected override Observations Data { get; } = Observations.Of(
        ["satisfaction", "kept"], [[.. Enumerable.Range(0, 60).Select(i => i * 37.0 % 101)], [.. Enumerable.Range(0, 60).Select(i => i * 29 % 61 / 60.0)]]);

    // All alike is an answer here: everybody is of one type.
    private protected override IReadOnlyList<string> Needed => [];

    private protected override bool TakesMissing => true;

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var matrix = LoyaltyMatrix.Of(data, "satisfaction", "kept", new(60, 0.5));
        return [matrix.Association, matrix.N, .. matrix.Cells.SelectMany(c => new[] { c.Share.Value, c.Share.Lower, c.Share.Upper })];
    }
}

public sealed class SavedValueContract : EstimatorContract
{
    private protected override Observations Data { get; } = Observations.Of(["value", "stays", "recovered"], [
        [.. Enumerable.Range(0, 80).Select(i => 50.0 + i * 37 % 101)], [.. Enumerable.Range(0, 80).Select(i => i * 53 % 7 > 2 ? 1.0 : 0)], [.. Enumerable.Range(0, 80).Select(i => i * 29 % 11 > 5 ? 1.0 : 0)],
    ]);

    // Equal values are fine, and so it is when all stay; without both groups there is nothing to compare.
    private protected override IReadOnlyList<string> Needed => ["recovered"];

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var saved = SavedValue.Of(data, "value", "stays", "recovered");
        return [saved.AtStake, .. new[] { saved.RecoveredRetained, saved.OthersRetained, saved.Difference, saved.Saved }.SelectMany(e => new[] { e.Value, e.StandardError, e.Lower, e.Upper })];
    }
}

public sealed class ChurnThresholdContract : ListContract<(double Days, bool Returned, long Customer)>
{
    // Forty customers with five gaps each, the last of them open.
    private protected override (double Days, bool Returned, long Customer)[] Rows { get; } = [.. Enumerable.Range(0, 200).Select(i => (1.0 + i * 71 % 97, i % 5 < 4, (long)(i / 5)))];

    private protected override IEnumerable<((double Days, bool Returned, long Customer) Row, string Word)> Refused => [((double.NaN, true, 1), "days"), ((-1, true, 1), "days")];

    private protected override IReadOnlyList<double?> Fit(IReadOnlyList<(double Days, bool Returned, long Customer)> rows, long seed)
    {
        var found = ChurnThreshold.Suggest(new([.. rows.Select(r => r.Days)], [.. rows.Select(r => r.Returned)], [.. rows.Select(r => r.Customer)]), 0.9, Draws.Seeded(seed), resamples: 99);
        return [found.Days, found.Lower, found.Upper, found.Returning, found.Horizon, found.Returns];
    }
}

public sealed class ConcentrationContract : ListContract<double>
{
    private protected override double[] Rows { get; } = [.. Enumerable.Range(0, 90).Select(i => (double)(i * 37 % 101))];

    private protected override IEnumerable<(double Row, string Word)> Refused => [(double.NaN, "customer 91"), (-1, "customer 91"), (double.PositiveInfinity, "customer 91")];

    private protected override IReadOnlyList<double?> Fit(IReadOnlyList<double> rows, long seed)
    {
        var found = Concentration.Of(rows);
        return [found.Gini.Value, found.Gini.Lower, found.Gini.Upper, found.TopShare(0.2).Value, found.TopShare(0.2).Lower, .. found.Lorenz(10).Select(p => (double?)p.Value)];
    }
}

public sealed class ValueGradesContract : ListContract<double>
{
    private protected override double[] Rows { get; } = [.. Enumerable.Range(0, 90).Select(i => i * 37.0 % 101 - 5)];

    private protected override IEnumerable<(double Row, string Word)> Refused => [(double.NaN, "customer 91"), (double.NegativeInfinity, "customer 91")];

    private protected override IReadOnlyList<double?> Fit(IReadOnlyList<double> rows, long seed) =>
        [.. new[] { ValueGrades.ByShare(rows), ValueGrades.ByThreshold(rows, [80, 20]) }.SelectMany(g => g.Grades).SelectMany(g => new[] { g.Customers, g.Value, g.ShareOfCustomers, g.ShareOfValue, g.Lowest })];
}

public sealed class TransitionsContract : ListContract<(int From, int To)>
{
    private protected override (int From, int To)[] Rows { get; } = [.. Enumerable.Range(0, 120).Select(i => (i * 7 % 3, i * 11 % 4 % 3))];

    private protected override IEnumerable<((int From, int To) Row, string Word)> Refused => [((3, 0), "Pair 121"), ((0, -1), "Pair 121")];

    private protected override IReadOnlyList<double?> Fit(IReadOnlyList<(int From, int To)> rows, long seed)
    {
        var moves = Transitions.Of([.. rows.Select(r => r.From)], [.. rows.Select(r => r.To)], 3);
        return [.. moves.SteadyState(Draws.Seeded(seed), 60).Append(moves.Share(0, 1)).Append(moves.Share(2, 2)).SelectMany(e => new[] { e.Value, e.Lower, e.Upper })];
    }
}

using Regard.Statistics.Tests.Contract;
using Regard.Statistics.Tests.Drivers;

namespace Regard.Statistics.Tests.Loyalty;

public sealed class LogisticContract : EstimatorContract
{
    private protected override Observations Data { get; } = LogisticTests.Random(20_000, 1, 1, -0.5, 0.2);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var fit = LogisticRegression.Fit(data, "y", Columns.Names(3), new() { Threads = threads });
        return [fit.LogLikelihood, fit.Aic, .. fit.Coefficients.Prepend(fit.Intercept).SelectMany(c => new[] { c.Coefficient, c.Estimate!.StandardError, c.PValue })];
    }
}

public sealed class LassoContract : EstimatorContract
{
    private protected override Observations Data { get; } = LogisticTests.Random(400, 2, 1, -0.5, 0);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var choice = PenaltyChoice.Of(data, "y", Columns.Names(3), true, Draws.Seeded(seed), 5, threads);
        return [choice.Best, .. Kept(data, choice.Simplest)];
    }

    private protected override IReadOnlyList<double?> Fixed(Observations data) => Kept(data, 0.05);

    static double?[] Kept(Observations data, double lasso) => [.. LogisticRegression.Fit(data, "y", Columns.Names(3), new() { Lasso = lasso }).Coefficients.Select(c => (double?)c.Coefficient)];
}

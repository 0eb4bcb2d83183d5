using Regard.Statistics.Tests.Contract;
namespace Regard.Statistics.Tests.Lifetime;

/// <summary>The purchase models keep to the contract of all estimators, with histories as rows.</summary>
public abstract class PurchaseModelContract : EstimatorContract
{
    private protected override Observations Data { get; } = Made();

    static Observations Made()
    {
        var grown = Customers.Grow(new BgNbd(0.6, 4, 0.8, 2.4), 9000, 270, 5);
        return Observations.Of(["x", "t_x", "T"], [[.. grown.Repeats.ToArray().Select(v => (double)v)], [.. grown.RecencyDays.ToArray().Select(v => (double)v)], [.. grown.AgeDays.ToArray().Select(v => (double)v)]]);
    }

    private protected static PurchaseHistories Histories(Observations data)
    {
        var needed = data.Require(5);
        return PurchaseHistories.Of([.. needed[0].ToArray().Select(v => (int)v)], [.. needed[1].ToArray().Select(v => (int)v)], [.. needed[2].ToArray().Select(v => (int)v)]);
    }

    // A constant age is fine; a constant number of repeats contradicts the other columns.
    private protected override IReadOnlyList<string> Needed => ["x"];

    private protected static double?[] Numbers<TModel>(PurchaseModelFit<TModel> fit, long seed) where TModel : PurchaseModel => [
        fit.Likelihood.LogLikelihood, .. fit.Likelihood.Names.SelectMany(n => new[] { fit.Likelihood[n].Value, fit.Likelihood[n].StandardError, fit.Likelihood[n].Lower }),
        fit.Expected(new(2, 20, 38), 39).Upper, fit.Alive(new(2, 20, 38)).Lower, ValueForecast.Of(fit, null, new(3, 30, 38), new() { Draws = Draws.Seeded(seed), Samples = 60 })?.Mean];

    private protected override IReadOnlyList<double?> Fixed(Observations data) => Fit(data, 1, 1).SkipLast(1).ToArray();
}

public sealed class BgNbdContract : PurchaseModelContract
{
    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) => Numbers(BgNbd.Fit(Histories(data), options: new() { Threads = threads }), seed);
}

public sealed class ParetoNbdContract : PurchaseModelContract
{
    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads) => Numbers(ParetoNbd.Fit(Histories(data), new() { Threads = threads }), seed);
}

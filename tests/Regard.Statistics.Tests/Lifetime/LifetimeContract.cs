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

public sealed class GammaGammaContract : ListContract<(int Repeats, double Spend)>
{
    private protected override (int Repeats, double Spend)[] Rows { get; } = [.. Enumerable.Range(0, 200).Select(i => (1 + i % 5, 10.0 + i * i * 37 % 101))];

    private protected override IEnumerable<((int Repeats, double Spend) Row, string Word)> Refused => [((2, -1), "201"), ((2, double.NaN), "201"), ((-1, 10), "201")];

    private protected override IReadOnlyList<double?> Fit(IReadOnlyList<(int Repeats, double Spend)> rows, long seed)
    {
        var fit = GammaGamma.Fit(PurchaseHistories.Of([.. rows.Select(r => r.Repeats)], [.. rows.Select(r => r.Repeats)], [.. rows.Select(_ => 30)], [.. rows.Select(r => r.Spend)]));
        return [fit.LeftOut, fit.Model?.Expected(2, 40), .. LifetimeNumbers.Of(fit.Likelihood)];
    }
}

public sealed class ShiftedBetaGeometricContract : ListContract<ContractTenure>
{
    private protected override ContractTenure[] Rows { get; } = [.. Enumerable.Range(0, 30).Select(i => new ContractTenure(1 + i * 7 % 6, i % 4 == 0, 5 + i * 11 % 13))];

    private protected override IEnumerable<(ContractTenure Row, string Word)> Refused => [(new(0, false), "period 0"), (new(-1, true), "-1 periods"), (new(2, true, -3), "-3"), (new(2, true, double.NaN), "NaN")];

    private protected override IReadOnlyList<double?> Fit(IReadOnlyList<ContractTenure> rows, long seed)
    {
        var fit = ShiftedBetaGeometric.Fit(rows);
        return [fit.Model?.Survival(4), fit.Model?.DiscountedResidualLifetime(2, 0.1), .. LifetimeNumbers.Of(fit.Likelihood)];
    }
}

static class LifetimeNumbers
{
    public static IEnumerable<double?> Of(LikelihoodFit fit) => [fit.LogLikelihood, fit.N, .. fit.Names.SelectMany(n => new[] { fit[n].Value, fit[n].StandardError, fit[n].Lower, fit[n].Upper })];
}

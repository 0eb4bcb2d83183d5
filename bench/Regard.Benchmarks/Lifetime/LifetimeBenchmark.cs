using System.Diagnostics;
using System.Globalization;
using Regard.Statistics;
namespace Regard.Benchmarks.Lifetime;

/// <summary>Lifetime models on customers made up by a seed. Peers' times are medians of lifetimes 0.11.3 and CLVTools 0.11.2 on customers of the same kind on a machine of the same kind, measured apart.</summary>
static class LifetimeBenchmark
{
    public static Task<IReadOnlyList<Finding>> Run(Options options)
    {
        PurchaseHistories few = SimulatedCustomers.Histories(2_357), many = SimulatedCustomers.Histories(100_000), all = SimulatedCustomers.Histories(1_000_000);
        var (who, when, amounts) = SimulatedCustomers.Log(1_000_000, 10_000_000);
        var backwards = ((int[])[.. who.Reverse()], (int[])[.. when.Reverse()], (double[])[.. amounts.Reverse()]);
        var (purchases, pareto) = (BgNbd.Fit(all).Model!, ParetoNbd.Fit(many).Model!);
        IReadOnlyList<Finding> findings =
        [
            Found("10,000,000 purchases of 1,000,000 customers to histories, in the order of days", options, () => PurchaseLog.Of(who, when, amounts, 1000).Histories(out _), null, null),
            Found("the same, newest first", options, () => PurchaseLog.Of(backwards.Item1, backwards.Item2, backwards.Item3, 1000).Histories(out _), null, null),
            Found("BG/NBD, 2,357 customers, one fit", options, () => BgNbd.Fit(few), null, 67),
            Found("BG/NBD, 100,000 customers, one fit", options, () => BgNbd.Fit(many), null, 1_200),
            Found("BG/NBD, 1,000,000 customers, one fit, grouping included", options, () => BgNbd.Fit(all), 500, 9_510),
            Found("purchases of 39 weeks and chance to be there of 1,000,000 customers (BG/NBD)", options, () => PurchaseForecast.Of(purchases, all, 39), 200, 494),
            Found("discounted purchases of 52 weeks of 1,000,000 customers (BG/NBD)", options, () => PurchaseForecast.Of(purchases, all, 52, 0.0027), null, null),
            Found("Pareto/NBD, 2,357 customers, one fit", options, () => ParetoNbd.Fit(few), null, 440),
            Found("Pareto/NBD, 100,000 customers, one fit", options, () => ParetoNbd.Fit(many), null, 7_580),
            Found("purchases of 39 weeks and chance to be there of 100,000 customers (Pareto/NBD)", options, () => PurchaseForecast.Of(pareto, many, 39), null, null),
            Found("gamma-gamma, 2,357 customers, one fit", options, () => GammaGamma.Fit(few), null, 33),
            Found("gamma-gamma, 1,000,000 customers, one fit", options, () => GammaGamma.Fit(all), null, null),
            Found("median and 80 % range of one customer's value, 1,000 futures", options, () => ValueForecast.Of(purchases, new(6.25, 3.74, 15.44), new(3, 30, 38, 25)), null, null),
            Found("grades, Gini and top share of 1,000,000 customers", options, () => { ValueGrades.ByShare(all.MeanSpend.ToArray()); Concentration.Of(all.MeanSpend.ToArray()).TopShare(0.2); }, null, null),
        ];
        return Task.FromResult(findings);
    }

    static Finding Found(string what, Options options, Action run, double? aim, double? peer)
    {
        var times = new List<double>();
        var warm = Stopwatch.StartNew();
        do run();
        while (warm.ElapsedMilliseconds < 1000);
        for (var round = 0; round < options.Rounds; round++)
        {
            var repeats = 0;
            var watch = Stopwatch.StartNew();
            do
            {
                run();
                repeats++;
            }
            while (watch.ElapsedMilliseconds < 300);
            times.Add(watch.Elapsed.TotalMilliseconds / repeats);
        }
        var median = times.Median();
        var beside = peer is { } other ? $", {(other / median).ToString("n0", CultureInfo.InvariantCulture)} times as fast as the peer's {other.ToString("n0", CultureInfo.InvariantCulture)} ms" : "";
        return new(what, "", $"{median.ToString("0.##", CultureInfo.InvariantCulture)} ms{beside}", aim is { } most ? $"under {most.ToString("n0", CultureInfo.InvariantCulture)} ms" : "", aim is { } limit ? median < limit : null);
    }
}

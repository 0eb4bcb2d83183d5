using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>A fitted model of purchases, told.</summary>
static class PurchasesTold
{
    sealed record Line(string Id, double Expected, double Alive, double? Spend, double? Value, double Discounted, ValueForecast? Futures);

    public static void Of<TModel>(LifetimeTold asked, PurchaseModelFit<TModel> fit) where TModel : PurchaseModel
    {
        var histories = asked.File.Histories;
        var spend = histories.MeanSpend.IsEmpty ? null : GammaGamma.Fit(histories);
        Line[]? lines = asked.Customers && fit.Likelihood.Converged ? Lines(asked, fit, spend) : null;
        if (!asked.Json)
        {
            Print(asked, fit, spend, lines);
            return;
        }
        var all = fit.Likelihood.Converged ? fit.ExpectedOfAll(histories, asked.Weeks) : null;
        Printed.Json(new
        {
            model = asked.Model, timeUnit = "week", n = histories.Count, rows = asked.File.Rows, incomplete = asked.File.Incomplete, afterUntil = asked.File.Later, repeatCustomers = histories.Repeaters,
            parameters = LifetimeTold.Values(fit.Likelihood), se = LifetimeTold.Errors(fit.Likelihood), interval = LifetimeTold.Intervals(fit.Likelihood), logLikelihood = fit.Likelihood.LogLikelihood,
            converged = fit.Likelihood.Converged, reason = LifetimeTold.Said(fit.Likelihood.Reason), iterations = fit.Likelihood.Iterations, gradientNorm = fit.Likelihood.GradientNorm,
            horizonWeeks = asked.Weeks, valueWeeks = double.IsFinite(asked.Value.Weeks) ? (double?)asked.Value.Weeks : null, discountWeekly = asked.Value.WeeklyRate, margin = asked.Value.Margin,
            expected = all?.Value, expectedLower = all?.Lower, expectedUpper = all?.Upper,
            spend = spend is null ? null : new
            {
                p = spend.Model?.P, q = spend.Model?.Q, v = spend.Model?.Gamma, logLikelihood = spend.Likelihood.LogLikelihood, converged = spend.Likelihood.Converged, reason = LifetimeTold.Said(spend.Likelihood.Reason),
                n = spend.Likelihood.N, leftOut = spend.LeftOut, mean = spend.Model?.MeanSpend,
                se = spend.Likelihood.Names.ToDictionary(n => n == "gamma" ? "v" : n, n => spend.Likelihood[n].StandardError),
            },
            customers = lines?.Select(l => new
            {
                id = l.Id, expected = l.Expected, alive = l.Alive, spend = l.Spend, value = l.Value, discounted = l.Discounted,
                valueMedian = l.Futures?.Median, valueLower = l.Futures?.Lower, valueUpper = l.Futures?.Upper, purchasesLower = l.Futures?.LowerPurchases, purchasesUpper = l.Futures?.UpperPurchases,
            }),
        });
    }

    static Line[] Lines<TModel>(LifetimeTold asked, PurchaseModelFit<TModel> fit, GammaGammaFit? spend) where TModel : PurchaseModel
    {
        var histories = asked.File.Histories;
        var usable = spend is { Likelihood.Converged: true } ? spend : null;
        var values = LifetimeValues.Of(fit.Model!, usable?.Model, histories, asked.Value, asked.Weeks);
        var futures = new ValueForecast?[histories.Count];
        if (asked.Futures && double.IsFinite(asked.Value.Weeks))
            Parallel.For(0, futures.Length, i => futures[i] = ValueForecast.Of(fit, usable, histories[i], asked.Value, i));
        return [.. asked.File.Ids.Select((id, i) => new Line(
            id, values.Purchases.Expected[i], values.Purchases.Alive[i], values.Spend?[i], usable is null ? null : values.Value[i], values.Purchases.Discounted[i], futures[i]))];
    }

    static void Print<TModel>(LifetimeTold asked, PurchaseModelFit<TModel> fit, GammaGammaFit? spend, Line[]? lines) where TModel : PurchaseModel
    {
        LifetimeTold.Print(asked.Model, fit.Likelihood);
        if (spend is not null) LifetimeTold.Print("spend", spend.Likelihood);
        if (fit.Likelihood.Converged)
        {
            var all = fit.ExpectedOfAll(asked.File.Histories, asked.Weeks);
            Printed.Line($"In {Printed.Number(asked.Weeks, 0)} weeks {Printed.Number(all.Value, 0)} purchases of these customers ({Printed.Number(all.Lower, 0)} to {Printed.Number(all.Upper, 0)})");
        }
        if (lines is null) return;
        Printed.Table("Customer", ["Purchases", "Alive", "Spend", "Value", "Median", "Lower", "Upper"], lines.Select(l => (IReadOnlyList<string>)[
            l.Id, Printed.Number(l.Expected), Printed.Number(l.Alive, 3), Given(l.Spend), Given(l.Value), Given(l.Futures?.Median), Given(l.Futures?.Lower), Given(l.Futures?.Upper)]));
    }

    static string Given(double? x) => x is null ? "" : Printed.Number(x);
}

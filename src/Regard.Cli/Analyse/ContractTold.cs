using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>Contracts renewed each period: histories read as payments, of which the next is late when the customer has left.</summary>
static class ContractTold
{
    const double Late = 1.1;

    public static void Of(LifetimeTold asked, double? periodDays)
    {
        var histories = asked.File.Histories;
        var days = periodDays ?? Median([.. Enumerable.Range(0, histories.Count).Where(i => histories.Repeats[i] > 0).Select(i => histories.RecencyDays[i] / (double)histories.Repeats[i])]);
        if (!(double.IsFinite(days) && days > 0)) throw new Invalid("period-days", "--{0} is a number over 0.", "period-days");
        ContractTenure[] tenures = [.. Enumerable.Range(0, histories.Count).Select(i => Tenure(histories, i, days))];
        var fit = ShiftedBetaGeometric.Fit(tenures);
        var weeks = days / PurchaseHistory.DaysPerWeek;
        // The discount of a period, from the continuous rate of a week.
        var discount = Math.Exp(asked.Value.WeeklyRate * weeks) - 1;
        var model = fit.Likelihood.Converged ? fit.Model : null;
        var retention = model is null ? null : Enumerable.Range(1, Math.Min(24, tenures.Max(t => t.Periods) + 6)).Select(t => new { period = t, retention = model.Retention(t), survival = model.Survival(t) }).ToArray();
        if (!asked.Json)
        {
            LifetimeTold.Print($"sbg, periods of {Printed.Number(days, 1)} days", fit.Likelihood);
            if (retention is not null) Printed.Table("Period", ["Retention", "Survival"], retention.Select(r => (IReadOnlyList<string>)[$"{r.period}", Printed.Number(r.retention, 4), Printed.Number(r.survival, 4)]));
            return;
        }
        Printed.Json(new
        {
            model = asked.Model, timeUnit = "week", periodDays = days, n = histories.Count, rows = asked.File.Rows, incomplete = asked.File.Incomplete, afterUntil = asked.File.Later, active = tenures.Count(t => t.Active),
            parameters = LifetimeTold.Values(fit.Likelihood), se = LifetimeTold.Errors(fit.Likelihood), interval = LifetimeTold.Intervals(fit.Likelihood), logLikelihood = fit.Likelihood.LogLikelihood,
            converged = fit.Likelihood.Converged, reason = LifetimeTold.Said(fit.Likelihood.Reason), iterations = fit.Likelihood.Iterations, gradientNorm = fit.Likelihood.GradientNorm,
            discountedLifetime = model is not null && (discount > 0 || model.A > 1) ? (double?)model.DiscountedLifetime(discount) : null, retention,
            customers = !asked.Customers || model is null ? null : tenures.Select((t, i) => Customer(asked, model, t, i, (int)Math.Min(10_000, asked.Weeks / weeks), discount)),
        });
    }

    static ContractTenure Tenure(PurchaseHistories histories, int i, double days) => histories.AgeDays[i] - histories.RecencyDays[i] > Late * days
        ? new(histories.Repeats[i] + 1, false) : new(histories.Repeats[i], true);

    static object Customer(LifetimeTold asked, ShiftedBetaGeometric model, ContractTenure tenure, int i, int periods, double discount)
    {
        var (expected, discounted, stays) = (0.0, 0.0, 1.0);
        for (var k = 1; tenure.Active && k <= periods; k++)
        {
            stays *= model.Retention(tenure.Periods + k);
            expected += stays;
            discounted += stays / Math.Pow(1 + discount, k);
        }
        var spend = asked.File.Histories[i].MeanSpend;
        return new { id = asked.File.Ids[i], expected, alive = tenure.Active ? 1 : 0, spend, value = discounted * asked.Value.Margin * spend, discounted, renewals = asked.File.Histories.Repeats[i] };
    }

    static double Median(double[] gaps)
    {
        if (gaps.Length == 0) throw new Invalid("period-days", "Nobody paid twice, so name the days of a period with --period-days.");
        Array.Sort(gaps);
        return (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2;
    }
}

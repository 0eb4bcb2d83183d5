namespace Regard.Statistics;

/// <summary>A fitted purchase model: its likelihood, and numbers of customers with intervals.</summary>
/// <typeparam name="TModel">Which model.</typeparam>
public sealed record PurchaseModelFit<TModel> where TModel : PurchaseModel
{
    internal PurchaseModelFit(TModel? model, LikelihoodFit likelihood) => (Model, Likelihood) = (model, likelihood);

    /// <summary>The model at the parameters found; null when nothing could be estimated. Where the fit has not converged: as far as it came.</summary>
    public TModel? Model { get; }

    /// <summary>Parameters, errors, and how they were reached.</summary>
    public LikelihoodFit Likelihood { get; }

    /// <summary>Purchases to expect of a customer in the coming weeks, with the interval that the uncertainty of the parameters makes.</summary>
    /// <param name="history">Until now.</param>
    /// <param name="weeks">0 or more.</param>
    /// <remarks>Delta method on the logarithm; what this one customer will do varies far more.</remarks>
    public Estimate Expected(PurchaseHistory history, double weeks) => Uncertain(m => m.Expected(history, weeks), Math.Log, Math.Exp);

    /// <summary>Repeat purchases to expect of a new customer, with interval.</summary>
    /// <param name="weeks">0 or more.</param>
    public Estimate ExpectedOfNew(double weeks) => Expected(default, weeks);

    /// <summary>Chance that a customer has not dropped out, with the interval that the uncertainty of the parameters makes (delta method on the logit).</summary>
    /// <param name="history">Until now.</param>
    public Estimate Alive(PurchaseHistory history) => Uncertain(m => m.Alive(history), p => Math.Log(p) - NearZero.Log1P(-p), y => y > 0 ? 1 / (1 + Math.Exp(-y)) : Math.Exp(y) / (1 + Math.Exp(y)));

    /// <summary>Purchases to expect of all customers together in the coming weeks, with interval.</summary>
    /// <param name="histories">Customers.</param>
    /// <param name="weeks">0 or more.</param>
    public Estimate ExpectedOfAll(PurchaseHistories histories, double weeks) => Uncertain(m => PurchaseForecast.Of(m, histories, weeks).TotalExpected, Math.Log, Math.Exp);

    Estimate Uncertain(Func<PurchaseModel, double> number, Func<double, double> to, Func<double, double> back)
    {
        if (Model is null || !Likelihood.Converged) return Estimate.Withhold(Withholding.NoFit, Likelihood.N);
        const double Step = 1e-4;
        var (value, values) = (number(Model), Model.Values);
        var at = to(value);
        if (!double.IsFinite(at)) return Estimate.Between(value, 0, value, value, Likelihood.N, null, Likelihood.Confidence);
        double Shifted(int j, double by)
        {
            double[] moved = [.. values];
            moved[j] *= Math.Exp(by);
            return to(number(Model.With(moved)));
        }
        var slopes = Enumerable.Range(0, values.Count).Select(j => (Shifted(j, Step) - Shifted(j, -Step)) / (2 * Step)).ToArray();
        var variance = 0.0;
        for (var i = 0; i < slopes.Length; i++)
            for (var j = 0; j < slopes.Length; j++) variance += slopes[i] * slopes[j] * Likelihood.LogCovariance[i * slopes.Length + j];
        var error = Math.Sqrt(Math.Max(0, variance));
        var reach = Quantile.Normal(0.5 + Likelihood.Confidence / 2) * error;
        double lower = Math.Min(value, back(at - reach)), upper = Math.Max(value, back(at + reach));
        var slope = (back(at + Step) - back(at - Step)) / (2 * Step);
        return Estimate.Between(value, Math.Abs(slope) * error, lower, upper, Likelihood.N, null, Likelihood.Confidence);
    }

    internal static LifetimeReason? Unfit(PurchaseHistories histories, int parameters) =>
        histories.Count <= parameters ? LifetimeReason.TooFewCustomers
        : histories.AgeDays.IndexOfAnyExcept(0) < 0 ? LifetimeReason.NoTime
        : histories.Repeaters == 0 ? LifetimeReason.NoRepeatPurchase
        : null;

    /// <summary>Mean age in weeks, and repeat purchases a week.</summary>
    internal static (double Weeks, double Rate) Scale(HistoryGroups groups)
    {
        double weeks = 0, purchases = 0;
        for (var g = 0; g < groups.Count; g++)
        {
            weeks += groups.Weights[g] * groups.AgeDays[g] / PurchaseHistory.DaysPerWeek;
            purchases += groups.Weights[g] * groups.Repeats[g];
        }
        return (weeks / groups.Total, Math.Max(purchases, 0.5) / weeks);
    }

    /// <summary>The best of what is reached from the starts; the first that settles is taken.</summary>
    internal static LikelihoodFit Climb(string[] names, Likelihood likelihood, double[] scale, double[][] starts, long n, LifetimeOptions options, Func<int, IReadOnlyList<double>, LifetimeReason> ranOff)
    {
        LikelihoodFit? best = null;
        foreach (var start in starts)
        {
            var ascent = new LogAscent(likelihood, names.Length);
            var settled = ascent.Climb(start, scale, options.Steps);
            double[] values = [.. ascent.Parameters];
            var fit = new LikelihoodFit(names, values)
            {
                N = n, LogLikelihood = ascent.Value, Iterations = ascent.Iterations, GradientNorm = ascent.GradientNorm, Confidence = options.Confidence,
                LogCovariance = ascent.LogCovariance ?? [],
                Reason = settled ? LifetimeReason.None : ascent.RanOff is { } at ? ranOff(at, values) : LifetimeReason.NotSettled,
            };
            if (settled) return fit;
            if (best is null || fit.LogLikelihood > best.LogLikelihood) best = fit;
        }
        return best!;
    }
}

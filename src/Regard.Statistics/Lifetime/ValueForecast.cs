namespace Regard.Statistics;

/// <summary>What one customer may yet bring: the distribution of purchases and discounted value within the horizon, from futures drawn given the history.</summary>
/// <remarks>
/// A future draws whether the customer is there, then rate, drop-out and spend from their distributions given the history, then purchases and amounts. Bounds are
/// percentiles (type 7): they hold what the customer really brings, not only its expectation. Of customers who are probably gone the median is 0, and that is so.
/// </remarks>
public sealed record ValueForecast
{
    /// <summary>Half of the futures bring less; unit of the amounts, or purchases without a model of spend.</summary>
    public required double Median { get; init; }

    /// <summary>Lower bound, same unit.</summary>
    public required double Lower { get; init; }

    /// <summary>Upper bound, same unit.</summary>
    public required double Upper { get; init; }

    /// <summary>Mean of the futures, same unit.</summary>
    public required double Mean { get; init; }

    /// <summary>Median number of purchases.</summary>
    public required double MedianPurchases { get; init; }

    /// <summary>Lower bound of the number of purchases.</summary>
    public required double LowerPurchases { get; init; }

    /// <summary>Upper bound of the number of purchases.</summary>
    public required double UpperPurchases { get; init; }

    /// <summary>Share of the futures without any purchase.</summary>
    public required double NoneShare { get; init; }

    /// <summary>Coverage that the bounds aim at.</summary>
    public required double Confidence { get; init; }

    /// <summary>Futures at given parameters.</summary>
    /// <param name="model">Of purchases.</param>
    /// <param name="spend">Of amounts; null to count purchases.</param>
    /// <param name="history">Until now.</param>
    /// <param name="options">Horizon (finite), discount, margin, seed; null for the usual ones.</param>
    /// <param name="customer">Gives each customer futures of its own under one seed.</param>
    public static ValueForecast Of(PurchaseModel model, GammaGamma? spend, PurchaseHistory history, ValueOptions? options = null, long customer = 0) =>
        Drawn((ref DrawStream _) => (model, spend), history, options, customer);

    /// <summary>Futures that count the uncertainty of the parameters too: each is drawn with parameters of its own.</summary>
    /// <param name="fit">Of purchases.</param>
    /// <param name="spend">Of amounts; null to count purchases.</param>
    /// <param name="history">Until now.</param>
    /// <param name="options">Horizon (finite), discount, margin, seed; null for the usual ones.</param>
    /// <param name="customer">Gives each customer futures of its own under one seed.</param>
    /// <returns>Null when a fit has not converged.</returns>
    public static ValueForecast? Of<TModel>(PurchaseModelFit<TModel> fit, GammaGammaFit? spend, PurchaseHistory history, ValueOptions? options = null, long customer = 0) where TModel : PurchaseModel
    {
        if (fit.Model is null || !fit.Likelihood.Converged || spend is { Likelihood.Converged: false }) return null;
        return Drawn((ref DrawStream stream) =>
        {
            var model = fit.Model.With(fit.Likelihood.Draw(ref stream));
            return (model, spend?.Likelihood.Draw(ref stream) is [var p, var q, var gamma] ? new GammaGamma(p, q, gamma) : null);
        }, history, options, customer);
    }

    delegate (PurchaseModel Model, GammaGamma? Spend) Parameters(ref DrawStream stream);

    static ValueForecast Drawn(Parameters parameters, PurchaseHistory history, ValueOptions? options, long customer)
    {
        options = (options ?? new()).Checked();
        if (!double.IsFinite(options.Weeks)) throw new DataRefused(DataFault.BadSpecification, "Futures need a horizon.");
        history.Checked();
        var (values, counts, purchases, stream) = (new double[options.Samples], new double[options.Samples], new List<double>(), options.Draws.Of(customer));
        for (var i = 0; i < values.Length; i++)
        {
            var (model, spend) = parameters(ref stream);
            purchases.Clear();
            if (stream.Uniform() < model.Alive(history)) model.Draw(ref stream, history, options.Weeks, purchases);
            counts[i] = purchases.Count;
            var rate = spend?.DrawRate(ref stream, history) ?? 1;
            foreach (var week in purchases)
                values[i] += Math.Exp(-options.WeeklyRate * week) * options.Margin * (spend is null ? 1 : GammaDraw.Next(ref stream, spend.P) / rate);
        }
        var mean = values.Average();
        Array.Sort(values);
        Array.Sort(counts);
        double low = (1 - options.Confidence) / 2, high = 1 - low;
        return new()
        {
            Median = At(values, 0.5), Lower = At(values, low), Upper = At(values, high), Mean = mean,
            MedianPurchases = At(counts, 0.5), LowerPurchases = At(counts, low), UpperPurchases = At(counts, high),
            NoneShare = counts.Count(c => c == 0) / (double)counts.Length, Confidence = options.Confidence,
        };
    }

    static double At(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 == sorted.Length ? sorted[below] : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}

namespace Regard.Statistics;

/// <summary>The gamma-gamma model of spend: a customer's amounts are gamma distributed around a mean of their own, which hangs together neither with the rate of purchases nor with dropping out.</summary>
/// <remarks>Fader, Hardie and Lee (2005), Journal of Marketing Research 42, 415-430; Fader and Hardie (2013), The gamma-gamma model of monetary value, equations 1a and 5.</remarks>
public sealed record GammaGamma
{
    static readonly string[] names = ["p", "q", "gamma"];

    /// <summary>A model with given parameters.</summary>
    /// <param name="p">Shape of a customer's amounts, over 0.</param>
    /// <param name="q">Shape of the spread between customers, over 0.</param>
    /// <param name="gamma">Scale of the spread, in the unit of the amounts, over 0.</param>
    public GammaGamma(double p, double q, double gamma)
    {
        if (!(p > 0 && q > 0 && gamma > 0 && double.IsFinite(p + q + gamma))) throw new ArgumentOutOfRangeException(nameof(p), "Parameters are over 0.");
        (P, Q, Gamma) = (p, q, gamma);
    }

    /// <summary>Shape of a customer's amounts.</summary>
    public double P { get; }

    /// <summary>Shape of the spread between customers.</summary>
    public double Q { get; }

    /// <summary>Scale of the spread, unit of the amounts.</summary>
    public double Gamma { get; }

    /// <summary>Mean spend over all customers, p gamma / (q - 1); null when q is 1 or less, as then it has no end.</summary>
    public double? MeanSpend => Q > 1 ? P * Gamma / (Q - 1) : null;

    /// <summary>Fits the model by maximum likelihood to customers with a positive mean spend of repeat purchases; <see cref="GammaGammaFit.LeftOut"/> counts the repeat customers that are left out as they spent 0.</summary>
    /// <param name="histories">With amounts.</param>
    /// <param name="options">Null for the usual ones.</param>
    /// <exception cref="DataRefused">There are no amounts.</exception>
    public static GammaGammaFit Fit(PurchaseHistories histories, LifetimeOptions? options = null)
    {
        options ??= new();
        if (histories.MeanSpend.IsEmpty) throw new DataRefused(DataFault.NoColumn, "There are no amounts, so nothing tells what customers spend.");
        var likelihood = new GammaGammaLikelihood(histories, options.Threads);
        var left = histories.Repeaters - likelihood.Customers;
        var (mean, spread) = likelihood.MeanAndSpread();
        LifetimeReason? reason = likelihood.Customers <= names.Length ? LifetimeReason.TooFewAmounts : spread <= 1e-12 * mean ? LifetimeReason.EqualAmounts : null;
        if (reason is { } why) return new(null, LikelihoodFit.None(names, why, likelihood.Customers), left);
        var fit = PurchaseModelFit<BgNbd>.Climb(
            names, likelihood.Evaluate, [1, 1, mean], [[2, 3, mean], [6, 4, mean / 2], [1, 1.5, mean]], likelihood.Customers, options, (_, _) => LifetimeReason.NotDetermined);
        return new(new(fit.Values[0], fit.Values[1], fit.Values[2]), fit, left);
    }

    /// <summary>Log-likelihood of the mean spends at these parameters, the sizes of the amounts' unit included.</summary>
    /// <param name="histories">With amounts; who has no positive mean spend is left out.</param>
    public double LogLikelihood(PurchaseHistories histories)
    {
        var sums = new double[10];
        new GammaGammaLikelihood(histories, 1).Evaluate([P, Q, Gamma], sums);
        return sums[0];
    }

    /// <summary>Amount to expect of a purchase: between the customer's own mean and that of all, the nearer to the own the more purchases there were.</summary>
    /// <param name="repeats">Repeat purchases; 0 for the mean of all.</param>
    /// <param name="meanSpend">Mean amount of these, 0 or more; null or 0 repeats for the mean of all.</param>
    /// <returns>Null when it has no end (p x + q is 1 or less).</returns>
    public double? Expected(double repeats, double? meanSpend)
    {
        if (repeats == 0 || meanSpend is not { } m) return MeanSpend;
        return P * repeats + Q > 1 ? P * (Gamma + repeats * m) / (P * repeats + Q - 1) : null;
    }

    /// <summary>Amount to expect of a customer's purchase.</summary>
    /// <param name="history">With its mean spend; without one the mean of all is told.</param>
    public double? Expected(PurchaseHistory history) => Expected(history.Repeats, history.MeanSpend);

    /// <summary>Draws the rate of a customer's amounts; amounts are gamma numbers of shape p over it.</summary>
    internal double DrawRate(ref DrawStream stream, PurchaseHistory history) => history.MeanSpend is { } m && history.Repeats > 0
        ? GammaDraw.Next(ref stream, Q + P * history.Repeats) / (Gamma + history.Repeats * m)
        : GammaDraw.Next(ref stream, Q) / Gamma;
}

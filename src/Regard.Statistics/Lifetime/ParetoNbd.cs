namespace Regard.Statistics;

/// <summary>The Pareto/NBD model: customers buy at random at rates that are gamma distributed, and drop out at any moment at rates that are gamma distributed too.</summary>
/// <remarks>
/// Schmittlein, Morrison and Colombo (1987), Management Science 33, 1-24; Fader and Hardie (2005), A note on deriving the Pareto/NBD model and related expressions.
/// </remarks>
public sealed record ParetoNbd : PurchaseModel
{
    static readonly string[] names = ["r", "alpha", "s", "beta"];

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the purchase rates, over 0.</param>
    /// <param name="alpha">Their scale in weeks, over 0: the mean rate is r / alpha a week.</param>
    /// <param name="s">Shape of the drop-out rates, over 0.</param>
    /// <param name="beta">Their scale in weeks, over 0.</param>
    public ParetoNbd(double r, double alpha, double s, double beta) =>
        (R, Alpha, S, Beta) = (Positive(r, nameof(r)), Positive(alpha, nameof(alpha)), Positive(s, nameof(s)), Positive(beta, nameof(beta)));

    /// <summary>Shape of the purchase rates.</summary>
    public double R { get; }

    /// <summary>Scale of the purchase rates, weeks.</summary>
    public double Alpha { get; }

    /// <summary>Shape of the drop-out rates.</summary>
    public double S { get; }

    /// <summary>Scale of the drop-out rates, weeks.</summary>
    public double Beta { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => names;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Values => [R, Alpha, S, Beta];

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="histories">Customers; equal ones are counted together.</param>
    /// <param name="options">Null for the usual ones.</param>
    public static PurchaseModelFit<ParetoNbd> Fit(PurchaseHistories histories, LifetimeOptions? options = null)
    {
        options ??= new();
        if (PurchaseModelFit<ParetoNbd>.Unfit(histories, names.Length) is { } reason) return new(null, LikelihoodFit.None(names, reason, histories.Count));
        var groups = HistoryGroups.Of(histories);
        var likelihood = new ParetoNbdLikelihood(groups, options.Threads);
        var (weeks, rate) = PurchaseModelFit<ParetoNbd>.Scale(groups);
        var fit = PurchaseModelFit<ParetoNbd>.Climb(
            names, likelihood.Evaluate, [1, weeks, 1, weeks], [[0.7, 0.5 / rate, 0.7, weeks / 2], [0.5, 0.3 / rate, 0.5, weeks], [2, 2 / rate, 1, weeks / 4]], histories.Count, options,
            (at, values) => (at, Math.Log(values[at] / (at is 1 or 3 ? weeks : 1))) switch
            {
                (0 or 1, > 0) => LifetimeReason.EqualRates,
                (2, < 0) => LifetimeReason.NoDropOut,
                (3, > 0) => values[2] > 1 ? LifetimeReason.EqualDropOut : LifetimeReason.NoDropOut,
                (2, > 0) => LifetimeReason.EqualDropOut,
                _ => LifetimeReason.NotDetermined,
            });
        return new(fit.Values.Count == 0 ? null : new ParetoNbd(fit.Values[0], fit.Values[1], fit.Values[2], fit.Values[3]), fit);
    }

    /// <summary>Log-likelihood of histories at these parameters.</summary>
    /// <param name="histories">Customers.</param>
    public double LogLikelihood(PurchaseHistories histories)
    {
        var sums = new double[15];
        new ParetoNbdLikelihood(HistoryGroups.Of(histories), 1).Evaluate([R, Alpha, S, Beta], sums);
        return sums[0];
    }

    /// <inheritdoc/>
    public override PurchaseModel With(IReadOnlyList<double> values) => new ParetoNbd(values[0], values[1], values[2], values[3]);

    /// <inheritdoc/>
    public override double Alive(PurchaseHistory history)
    {
        var (x, recency, age, _) = history;
        if (recency == age) return 1;
        var gone = Math.Log(S) + DropOutIntegral.Log(R + x, Alpha, S, Beta, recency, age);
        var there = -(R + x) * Math.Log(Alpha + age) - S * Math.Log(Beta + age);
        return 1 / (1 + Math.Exp(gone - there));
    }

    internal override double ExpectedAlive(PurchaseHistory history, double weeks) => (R + history.Repeats) / (Alpha + history.Age) * WeeksThere(history, weeks, 0);

    internal override double DiscountedAlive(PurchaseHistory history, double weeks, double weeklyRate)
    {
        if (double.IsInfinity(weeks) && weeklyRate == 0 && S <= 1) throw new DataRefused(DataFault.BadSpecification, "Without a discount the purchases to come have no end: name a rate or a horizon.");
        return (R + history.Repeats) / (Alpha + history.Age) * WeeksThere(history, weeks, weeklyRate);
    }

    /// <summary>Discounted weeks that a customer who is there will stay: the integral of exp(-d t) ((beta + T) / (beta + T + t))^s.</summary>
    /// <remarks>With d and without end this is (beta + T)^s d^(s - 1) Psi(s, s; d (beta + T)), DERT of Fader, Hardie and Lee (2005), Journal of Marketing Research 42, 415-430, equation 2.</remarks>
    double WeeksThere(PurchaseHistory history, double weeks, double weeklyRate)
    {
        var age = Beta + history.Age;
        if (weeklyRate == 0)
        {
            if (double.IsInfinity(weeks)) return age / (S - 1);
            var log = NearZero.Log1P(weeks / age);
            return S == 1 ? age * log : -age * NearZero.ExpM1((1 - S) * log) / (S - 1);
        }
        // t = age (e^v - 1). Panels no longer than 1 while nothing is discounted, shorter where the discount bites.
        const double Gone = 50;
        var (scaled, sum) = (weeklyRate * age, 0.0);
        var end = NearZero.Log1P(Math.Min(weeks, Gone / weeklyRate) / age);
        for (var from = 0.0; from < end;)
        {
            var to = Math.Min(end, from + Math.Min(1 / (1 + S / 8), 4 / (1 + scaled * Math.Exp(from))));
            sum += GaussLegendre.Integral(from, to, v => Math.Exp((1 - S) * v - scaled * NearZero.ExpM1(v)));
            from = to;
        }
        return age * sum;
    }

    internal override double PurchaseWithinAlive(PurchaseHistory history, double weeks)
    {
        // Without a purchase by t the customer either is still there or left before: one less both.
        double rate = R + history.Repeats, scale = Alpha + history.Age, age = Beta + history.Age;
        var there = double.IsInfinity(weeks) ? 0 : Math.Exp(-rate * NearZero.Log1P(weeks / scale) - S * NearZero.Log1P(weeks / age));
        var left = Math.Log(S) + rate * Math.Log(scale) + S * Math.Log(age) + DropOutIntegral.Log(rate, scale, S, age, 0, Math.Min(weeks, 1e60 * (scale + age)));
        return Math.Clamp(1 - there - Math.Exp(left), 0, 1);
    }

    internal override void Draw(ref DrawStream stream, PurchaseHistory history, double weeks, List<double> purchases)
    {
        var rate = GammaDraw.Next(ref stream, R + history.Repeats) / (Alpha + history.Age);
        var drop = GammaDraw.Next(ref stream, S) / (Beta + history.Age);
        var end = Math.Min(weeks, -Math.Log(1 - stream.Uniform()) / drop);
        for (var at = 0.0; ;)
        {
            at -= Math.Log(1 - stream.Uniform()) / rate;
            if (!(at <= end)) return;
            purchases.Add(at);
        }
    }
}

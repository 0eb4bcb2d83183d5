namespace Regard.Statistics;

/// <summary>
/// The beta-geometric/NBD model: customers buy at random at rates that are gamma distributed, and drop out after a purchase with chances that are beta distributed.
/// </summary>
/// <remarks>
/// Fader, Hardie and Lee (2005), Marketing Science 24, 275-284. In this model nobody drops out before a repeat purchase, so that customers without one count as alive for certain however
/// long they have been silent. With <see cref="DropOutAtBirth"/> they may drop out right after the first purchase too, which mends that: the modified model (MBG/NBD) of
/// Batislam, Denizel and Filiztekin (2007), International Journal of Research in Marketing 24, 201-209.
/// </remarks>
public sealed record BgNbd : PurchaseModel
{
    static readonly string[] names = ["r", "alpha", "a", "b"];
    const int LongestPanel = 4000;

    /// <summary>A model with given parameters.</summary>
    /// <param name="r">Shape of the rates, over 0.</param>
    /// <param name="alpha">Scale of the rates in weeks, over 0: the mean rate is r / alpha a week.</param>
    /// <param name="a">Of the chance to drop out, over 0: its mean is a / (a + b).</param>
    /// <param name="b">Over 0.</param>
    /// <param name="dropOutAtBirth">True for the modified model.</param>
    public BgNbd(double r, double alpha, double a, double b, bool dropOutAtBirth = false) =>
        (R, Alpha, A, B, DropOutAtBirth) = (Positive(r, nameof(r)), Positive(alpha, nameof(alpha)), Positive(a, nameof(a)), Positive(b, nameof(b)), dropOutAtBirth);

    /// <summary>Shape of the gamma distribution of rates.</summary>
    public double R { get; }

    /// <summary>Scale of the gamma distribution of rates, weeks.</summary>
    public double Alpha { get; }

    /// <summary>First parameter of the beta distribution of the chance to drop out.</summary>
    public double A { get; }

    /// <summary>Second parameter of it.</summary>
    public double B { get; }

    /// <summary>Customers may drop out right after birth (MBG/NBD).</summary>
    public bool DropOutAtBirth { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => names;

    /// <inheritdoc/>
    public override IReadOnlyList<double> Values => [R, Alpha, A, B];

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="histories">Customers; equal ones are counted together.</param>
    /// <param name="dropOutAtBirth">True for the modified model.</param>
    /// <param name="options">Null for the usual ones.</param>
    public static PurchaseModelFit<BgNbd> Fit(PurchaseHistories histories, bool dropOutAtBirth = false, LifetimeOptions? options = null)
    {
        options ??= new();
        if (PurchaseModelFit<BgNbd>.Unfit(histories, names.Length) is { } reason) return new(null, LikelihoodFit.None(names, reason, histories.Count));
        var groups = HistoryGroups.Of(histories);
        var likelihood = new BgNbdLikelihood(groups, dropOutAtBirth, options.Threads);
        var (weeks, rate) = PurchaseModelFit<BgNbd>.Scale(groups);
        var fit = PurchaseModelFit<BgNbd>.Climb(
            names, likelihood.Evaluate, [1, weeks, 1, 1], [[0.5, 0.5 / rate, 1, 3], [0.2, 0.2 / rate, 0.5, 1], [2, 2 / rate, 0.5, 5]], histories.Count, options,
            (at, values) => (at, Math.Log(values[at] / (at == 1 ? weeks : 1))) switch
            {
                (0 or 1, > 0) => LifetimeReason.EqualRates,
                (2, < 0) => LifetimeReason.NoDropOut,
                (3, > 0) => values[2] > 1 ? LifetimeReason.EqualDropOut : LifetimeReason.NoDropOut,
                (2, > 0) => LifetimeReason.EqualDropOut,
                _ => LifetimeReason.NotDetermined,
            });
        return new(fit.Values.Count == 0 ? null : new BgNbd(fit.Values[0], fit.Values[1], fit.Values[2], fit.Values[3], dropOutAtBirth), fit);
    }

    /// <summary>Log-likelihood of histories at these parameters.</summary>
    /// <param name="histories">Customers.</param>
    public double LogLikelihood(PurchaseHistories histories)
    {
        var sums = new double[15];
        new BgNbdLikelihood(HistoryGroups.Of(histories), DropOutAtBirth, 1).Evaluate([R, Alpha, A, B], sums);
        return sums[0];
    }

    /// <inheritdoc/>
    public override PurchaseModel With(IReadOnlyList<double> values) => new BgNbd(values[0], values[1], values[2], values[3], DropOutAtBirth);

    /// <inheritdoc/>
    public override double Alive(PurchaseHistory history)
    {
        var (x, recency, age, _) = history;
        var stayed = Stayed(history);
        if (stayed == 0) return 1;
        var odds = A / (B + stayed - 1) * Math.Exp((R + x) * NearZero.Log1P((age - recency) / (Alpha + recency)));
        return 1 / (1 + odds);
    }

    internal override double ExpectedAlive(PurchaseHistory history, double weeks) =>
        PotentialPurchases.Expected(R + history.Repeats, weeks / (Alpha + history.Age), A, B + Stayed(history));

    /// <remarks>By parts, exp(-d t) E(t) plus d times the integral of exp(-d s) E(s), in panels that double from the scale of the rate.</remarks>
    internal override double DiscountedAlive(PurchaseHistory history, double weeks, double weeklyRate)
    {
        if (double.IsInfinity(weeks)) throw new DataRefused(DataFault.BadSpecification, "The BG/NBD model needs a horizon: its purchases without end have no formula.");
        var whole = ExpectedAlive(history, weeks);
        if (weeklyRate == 0 || weeks == 0) return whole;
        var (sum, from) = (0.0, 0.0);
        for (var width = Math.Min(Alpha + history.Age, LongestPanel / (1 + LongestPanel * weeklyRate)); from < weeks; width = Math.Min(2 * width, 4 / weeklyRate))
        {
            var to = Math.Min(weeks, from + width);
            sum += GaussLegendre.Integral(from, to, s => Math.Exp(-weeklyRate * s) * ExpectedAlive(history, s));
            if (weeklyRate * to > 60) break;
            from = to;
        }
        return Math.Exp(-weeklyRate * weeks) * whole + weeklyRate * sum;
    }

    internal override double PurchaseWithinAlive(PurchaseHistory history, double weeks) =>
        -NearZero.ExpM1(-(R + history.Repeats) * NearZero.Log1P(weeks / (Alpha + history.Age)));

    internal override void Draw(ref DrawStream stream, PurchaseHistory history, double weeks, List<double> purchases)
    {
        var rate = GammaDraw.Next(ref stream, R + history.Repeats) / (Alpha + history.Age);
        var leaves = GammaDraw.Beta(ref stream, A, B + Stayed(history));
        for (var at = 0.0; ;)
        {
            at -= Math.Log(1 - stream.Uniform()) / rate;
            if (!(at <= weeks)) return;
            purchases.Add(at);
            if (stream.Uniform() < leaves) return;
        }
    }

    double Stayed(PurchaseHistory history) => history.Repeats + (DropOutAtBirth ? 1 : 0);
}

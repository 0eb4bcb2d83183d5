namespace Regard.Statistics;

/// <summary>The shifted beta-geometric model of contracts: at the end of every period a customer leaves with a chance of their own; the chances are beta distributed.</summary>
/// <remarks>
/// Fader and Hardie (2007), Journal of Interactive Marketing 21, 76-90; discounted lifetimes Fader and Hardie (2010), Marketing Science 29, 85-93. Retention rises with tenure because
/// those who leave easily leave first, not because anybody grows more loyal.
/// </remarks>
public sealed record ShiftedBetaGeometric
{
    static readonly string[] names = ["a", "b"];

    /// <summary>A model with given parameters.</summary>
    /// <param name="a">Over 0.</param>
    /// <param name="b">Over 0; the mean chance to leave at the first renewal is a / (a + b).</param>
    public ShiftedBetaGeometric(double a, double b)
    {
        if (!(a > 0 && b > 0 && double.IsFinite(a + b))) throw new ArgumentOutOfRangeException(nameof(a), "Parameters are over 0.");
        (A, B) = (a, b);
    }

    /// <summary>First parameter of the beta distribution of the chance to leave.</summary>
    public double A { get; }

    /// <summary>Second parameter of it.</summary>
    public double B { get; }

    /// <summary>Fits the model by maximum likelihood.</summary>
    /// <param name="tenures">
    /// Contracts of one kind: whole periods held, whether still active, and how many. A contract that is still active after t periods was renewed t times;
    /// one that has ended in its t-th period (t from 1) was renewed t - 1 times.
    /// </param>
    /// <param name="options">Null for the usual ones.</param>
    /// <exception cref="DataRefused">No contract, a negative number, or a contract that ended before its first period.</exception>
    public static ShiftedBetaGeometricFit Fit(IReadOnlyList<ContractTenure> tenures, LifetimeOptions? options = null)
    {
        options ??= new();
        var (left, stayed, n) = Renewals(tenures);
        if (left.Sum() == 0 || stayed.Sum() == 0) return new(null, LikelihoodFit.None(names, LifetimeReason.NoChurnOrNoStay, n));
        var mean = left.Sum() / (left.Sum() + stayed.Sum());
        var fit = PurchaseModelFit<BgNbd>.Climb(
            names, (values, sums) => Evaluate(left, stayed, values, sums), [1, 1], [[mean, 1 - mean], [4 * mean, 4 * (1 - mean)], [0.5, 1]], n, options,
            (_, values) => values[0] + values[1] > 1 ? LifetimeReason.EqualDropOut : LifetimeReason.NotDetermined);
        return new(new(fit.Values[0], fit.Values[1]), fit);
    }

    /// <summary>Log-likelihood of contracts at these parameters.</summary>
    /// <param name="tenures">As for <see cref="Fit"/>.</param>
    public double LogLikelihood(IReadOnlyList<ContractTenure> tenures)
    {
        var (left, stayed, _) = Renewals(tenures);
        var sums = new double[6];
        Evaluate(left, stayed, [A, B], sums);
        return sums[0];
    }

    /// <summary>Share of those who renewed for the t-th period among those who could: (b + t - 1) / (a + b + t - 1).</summary>
    /// <param name="period">t, from 1.</param>
    public double Retention(int period) => period >= 1 ? (B + period - 1) / (A + B + period - 1) : throw new ArgumentOutOfRangeException(nameof(period), period, "Periods count from 1.");

    /// <summary>Share of all who are still active after t periods.</summary>
    /// <param name="periods">t, 0 or more.</param>
    public double Survival(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        // ln B(a, b + t) / B(a, b) by the gamma function, which is one step however many periods there are.
        return Math.Exp(GammaFunctions.At(B + periods).Value - GammaFunctions.At(B).Value - GammaFunctions.At(A + B + periods).Value + GammaFunctions.At(A + B).Value);
    }

    /// <summary>Periods, discounted, to expect of a new contract, the first one counted whole.</summary>
    /// <param name="discount">Of a period, over 0: 0.1 for 10 %. At 0 only when a is over 1, as otherwise the mean lifetime has no end.</param>
    public double DiscountedLifetime(double discount) => Sum(A + B, B, discount);

    /// <summary>Periods, discounted, still to expect just before a contract comes up for its next renewal.</summary>
    /// <param name="renewals">Times it was renewed already, 0 or more.</param>
    /// <param name="discount">Of a period, over 0 (0 only when a is over 1).</param>
    /// <remarks>Fader and Hardie (2010), equation 6: the period that begins with the renewal counts whole.</remarks>
    public double DiscountedResidualLifetime(int renewals, double discount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return (B + renewals) / (A + B + renewals) * Sum(A + B + renewals + 1, B + renewals + 1, discount);
    }

    /// <summary>2F1(1, b; c; 1 / (1 + d)): the discounted sum of survivals.</summary>
    double Sum(double c, double b, double discount)
    {
        if (!(double.IsFinite(discount) && discount >= 0) || (discount == 0 && A <= 1)) throw new ArgumentOutOfRangeException(nameof(discount), discount, "A discount is over 0; it may be 0 when the mean lifetime is finite, which it is when a is over 1.");
        if (discount == 0) return (c - 1) / (c - b - 1);
        double term = 1, sum = 0, factor = 1 / (1 + discount);
        for (var k = 0; term > 1e-17 * sum * (1 - factor) && k < 50_000_000; k++)
        {
            sum += term;
            term *= (b + k) / (c + k) * factor;
        }
        return sum;
    }

    static (double[] Left, double[] Stayed, long N) Renewals(IReadOnlyList<ContractTenure> tenures)
    {
        if (tenures.Count == 0) throw new DataRefused(DataFault.Empty, "There is no contract.");
        const int Most = 100_000;
        foreach (var (periods, active, count) in tenures)
        {
            if (!(double.IsFinite(count) && count >= 0)) throw new DataRefused(DataFault.BadWeights, $"{count} is no number of contracts.");
            if (periods < (active ? 0 : 1) || periods > Most) throw new DataRefused(DataFault.OutOfRange, active ? $"A contract cannot have run {periods} periods." : $"A contract cannot have ended in period {periods}: the first is 1.");
        }
        var last = tenures.Max(t => t.Periods);
        var (left, stayed) = (new double[last + 1], new double[last + 1]);
        foreach (var (periods, active, count) in tenures)
        {
            for (var k = 0; k < (active ? periods : periods - 1); k++) stayed[k] += count;
            if (!active) left[periods - 1] += count;
        }
        return (left, stayed, (long)Math.Round(tenures.Sum(t => t.Count)));
    }

    // Each renewal is a trial of its own: after k renewals the chance to leave is a / (a + b + k).
    static void Evaluate(double[] left, double[] stayed, ReadOnlySpan<double> values, Span<double> sums)
    {
        double a = values[0], b = values[1];
        sums.Clear();
        for (var k = 0; k < left.Length; k++)
        {
            double both = a + b + k, all = left[k] + stayed[k], stay = b + k;
            sums[0] += left[k] * Math.Log(a / both) + stayed[k] * Math.Log(stay / both);
            sums[1] += left[k] / a - all / both;
            sums[2] += stayed[k] / stay - all / both;
            sums[3] += all / (both * both) - left[k] / (a * a);
            sums[4] += all / (both * both);
            sums[5] += all / (both * both) - stayed[k] / (stay * stay);
        }
    }
}

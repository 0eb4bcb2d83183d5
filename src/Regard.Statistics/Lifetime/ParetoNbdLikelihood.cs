namespace Regard.Statistics;

/// <summary>Log-likelihood of r, alpha, s, beta with gradient and Hessian.</summary>
/// <remarks>
/// Fader and Hardie (2005), note on the Pareto/NBD, before the integral is solved: Gamma(r + x) alpha^r beta^s / Gamma(r) times
/// (alpha + T)^-(r + x) (beta + T)^-s, for those who are still there, plus s times <see cref="DropOutIntegral"/>, for those who are not.
/// </remarks>
sealed class ParetoNbdLikelihood
{
    readonly HistoryGroups groups;
    readonly double[] customersByRepeats;
    readonly int? threads;

    public ParetoNbdLikelihood(HistoryGroups groups, int? threads)
    {
        (this.groups, this.threads) = (groups, threads);
        customersByRepeats = new double[groups.Repeats.Max() + 1];
        for (var g = 0; g < groups.Count; g++) customersByRepeats[groups.Repeats[g]] += groups.Weights[g];
    }

    // Places of the sums: 0 value; 1 r, 2 alpha, 3 s, 4 beta; 5 rr, 6 alpha r, 7 alpha alpha, 8 sr, 9 s alpha, 10 ss, 11 beta r, 12 beta alpha, 13 beta s, 14 beta beta.
    public void Evaluate(ReadOnlySpan<double> parameters, Span<double> sums)
    {
        double r = parameters[0], alpha = parameters[1], s = parameters[2], beta = parameters[3], n = groups.Total;
        sums.Clear();
        var rate = new RisingSums(r, customersByRepeats.Length - 1);
        for (var x = 0; x < customersByRepeats.Length; x++)
        {
            sums[0] += customersByRepeats[x] * rate.Value(x);
            sums[1] += customersByRepeats[x] * rate.First(x);
            sums[5] += customersByRepeats[x] * rate.Second(x);
        }
        sums[0] += n * (r * Math.Log(alpha) + s * Math.Log(beta));
        sums[1] += n * Math.Log(alpha);
        sums[2] += n * r / alpha;
        sums[3] += n * Math.Log(beta);
        sums[4] += n * s / beta;
        sums[6] += n / alpha;
        sums[7] -= n * r / (alpha * alpha);
        sums[13] += n / beta;
        sums[14] -= n * s / (beta * beta);
        OrderedSum.Add(groups.Count, sums, threads, (from, below, part) =>
        {
            Span<double> there = stackalloc double[4], gone = stackalloc double[4], inner = stackalloc double[10];
            for (var g = from; g < below; g++) One(r, alpha, s, beta, g, part, there, gone, inner);
        });
    }

    void One(double r, double alpha, double s, double beta, int g, double[] sums, Span<double> there, Span<double> gone, Span<double> inner)
    {
        double w = groups.Weights[g], rate = r + groups.Repeats[g], recency = groups.RecencyDays[g] / PurchaseHistory.DaysPerWeek, age = groups.AgeDays[g] / PurchaseHistory.DaysPerWeek;
        double logA = Math.Log(alpha + age), logB = Math.Log(beta + age), perA = 1 / (alpha + age), perB = 1 / (beta + age), stays = -rate * logA - s * logB;
        (there[0], there[1], there[2], there[3]) = (-logA, -rate * perA, -logB, -s * perB);
        if (age <= recency)
        {
            sums[0] += w * stays;
            for (var j = 0; j < 4; j++) sums[1 + j] += w * there[j];
            Curvature(sums, w, -perA, rate * perA * perA, -perB, s * perB * perB, 0);
            return;
        }
        var moments = new DropOutMoments(rate, alpha, s, beta, recency, age, gone, inner);
        var left = Math.Log(s) + moments.Log;
        gone[2] += 1 / s;
        var (higher, e) = (Math.Max(stays, left), Math.Exp(-Math.Abs(stays - left)));
        sums[0] += w * (higher + Math.Log(1 + e));
        var (alive, lost) = stays > left ? (1 / (1 + e), e / (1 + e)) : (e / (1 + e), 1 / (1 + e));
        for (var j = 0; j < 4; j++) sums[1 + j] += w * (alive * there[j] + lost * gone[j]);
        Curvature(sums, w * alive, -perA, rate * perA * perA, -perB, s * perB * perB, 0);
        Curvature(sums, w * lost, moments.AlphaR, moments.AlphaAlpha, moments.BetaS, moments.BetaBeta, -1 / (s * s));
        for (int i = 0, at = 5; i < 4; i++)
            for (var j = 0; j <= i; j++, at++)
                sums[at] += w * (lost * inner[at - 5] + alive * lost * (there[i] - gone[i]) * (there[j] - gone[j]));
    }

    static void Curvature(double[] sums, double w, double alphaR, double alphaAlpha, double betaS, double betaBeta, double ss)
    {
        sums[6] += w * alphaR;
        sums[7] += w * alphaAlpha;
        sums[10] += w * ss;
        sums[13] += w * betaS;
        sums[14] += w * betaBeta;
    }

    /// <summary>The integral with the means, over its own points, of the slopes and curvatures of its integrand's logarithm, and the covariances of the slopes.</summary>
    readonly ref struct DropOutMoments
    {
        public readonly double Log, AlphaR, AlphaAlpha, BetaS, BetaBeta;

        public DropOutMoments(double n, double alpha, double s, double beta, double from, double to, Span<double> means, Span<double> covariances)
        {
            ReadOnlySpan<double> points = GaussLegendre.Abscissas, weights = GaussLegendre.Weights;
            double near = Math.Min(alpha, beta), a = alpha - near, b = beta - near, start = Math.Log(near + from), length = Math.Log((near + to) / (near + from));
            double logA0 = Math.Log(alpha + from), logB0 = Math.Log(beta + from), first = start - n * logA0 - (s + 1) * logB0, sum = 0;
            double perA = 0, perAA = 0, perB = 0, perBB = 0;
            Span<double> slope = stackalloc double[4];
            means.Clear();
            covariances.Clear();
            var panels = DropOutIntegral.Panels(n, alpha, s, beta, to, length);
            for (var panel = 0; panel < panels; panel++)
                for (var k = 0; k < GaussLegendre.Points; k++)
                {
                    var v = start + length * (panel + 0.5 + 0.5 * points[k]) / panels;
                    var y = Math.Exp(v);
                    double logA = a == 0 ? v : Math.Log(y + a), logB = b == 0 ? v : Math.Log(y + b), inverseA = 1 / (y + a), inverseB = 1 / (y + b);
                    var weight = weights[k] * Math.Exp(v - n * logA - (s + 1) * logB - first);
                    // Slopes from where the integral begins, so that their covariances do not cancel.
                    (slope[0], slope[1], slope[2], slope[3]) = (logA0 - logA, -n * inverseA, logB0 - logB, -(s + 1) * inverseB);
                    sum += weight;
                    perA += weight * inverseA;
                    perAA += weight * inverseA * inverseA;
                    perB += weight * inverseB;
                    perBB += weight * inverseB * inverseB;
                    for (int i = 0, at = 0; i < 4; i++)
                    {
                        means[i] += weight * slope[i];
                        for (var j = 0; j <= i; j++, at++) covariances[at] += weight * slope[i] * slope[j];
                    }
                }
            for (var i = 0; i < 4; i++) means[i] /= sum;
            for (int i = 0, at = 0; i < 4; i++)
                for (var j = 0; j <= i; j++, at++) covariances[at] = covariances[at] / sum - means[i] * means[j];
            means[0] -= logA0;
            means[2] -= logB0;
            Log = first + Math.Log(sum * length / (2 * panels));
            (AlphaR, AlphaAlpha, BetaS, BetaBeta) = (-perA / sum, n * perAA / sum, -perB / sum, (s + 1) * perBB / sum);
        }
    }
}

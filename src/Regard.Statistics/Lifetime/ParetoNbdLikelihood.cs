using System.Numerics;

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
            double logA0 = Math.Log(alpha + from), logB0 = Math.Log(beta + from), first = start - n * logA0 - (s + 1) * logB0;
            var panels = DropOutIntegral.Panels(n, alpha, s, beta, to, length);
            var half = length / (2 * panels);
            Vector<double> sum = default, m0 = default, m1 = default, m2 = default, m3 = default;
            Vector<double> c00 = default, c10 = default, c11 = default, c20 = default, c21 = default, c22 = default, c30 = default, c31 = default, c32 = default, c33 = default;
            for (var panel = 0; panel < panels; panel++)
                for (var k = 0; k < GaussLegendre.Points; k += Vector<double>.Count)
                {
                    var v = new Vector<double>(start + (2 * panel + 1) * half) + half * new Vector<double>(points[k..]);
                    var y = Vector.Exp(v);
                    Vector<double> logA = a == 0 ? v : Vector.Log(y + new Vector<double>(a)), logB = b == 0 ? v : Vector.Log(y + new Vector<double>(b));
                    var weight = new Vector<double>(weights[k..]) * Vector.Exp(v - n * logA - (s + 1) * logB - new Vector<double>(first));
                    // Slopes from where the integral begins, so that their covariances do not cancel.
                    Vector<double> s0 = new Vector<double>(logA0) - logA, s1 = new Vector<double>(-n) / (y + new Vector<double>(a));
                    Vector<double> s2 = new Vector<double>(logB0) - logB, s3 = new Vector<double>(-(s + 1)) / (y + new Vector<double>(b));
                    Vector<double> w0 = weight * s0, w1 = weight * s1, w2 = weight * s2, w3 = weight * s3;
                    (sum, m0, m1, m2, m3) = (sum + weight, m0 + w0, m1 + w1, m2 + w2, m3 + w3);
                    (c00, c10, c11, c20, c21) = (c00 + w0 * s0, c10 + w1 * s0, c11 + w1 * s1, c20 + w2 * s0, c21 + w2 * s1);
                    (c22, c30, c31, c32, c33) = (c22 + w2 * s2, c30 + w3 * s0, c31 + w3 * s1, c32 + w3 * s2, c33 + w3 * s3);
                }
            var total = Vector.Sum(sum);
            (means[0], means[1], means[2], means[3]) = (Vector.Sum(m0) / total, Vector.Sum(m1) / total, Vector.Sum(m2) / total, Vector.Sum(m3) / total);
            (covariances[0], covariances[1], covariances[2], covariances[3], covariances[4]) = (Vector.Sum(c00), Vector.Sum(c10), Vector.Sum(c11), Vector.Sum(c20), Vector.Sum(c21));
            (covariances[5], covariances[6], covariances[7], covariances[8], covariances[9]) = (Vector.Sum(c22), Vector.Sum(c30), Vector.Sum(c31), Vector.Sum(c32), Vector.Sum(c33));
            // The slopes by alpha and beta are -n and -(s + 1) over their distance, so that means of 1 over it and its square are among these.
            (AlphaR, AlphaAlpha, BetaS, BetaBeta) = (means[1] / n, covariances[2] / (total * n), means[3] / (s + 1), covariances[9] / (total * (s + 1)));
            for (int i = 0, at = 0; i < 4; i++)
                for (var j = 0; j <= i; j++, at++) covariances[at] = covariances[at] / total - means[i] * means[j];
            means[0] -= logA0;
            means[2] -= logB0;
            Log = first + Math.Log(total * half);
        }
    }
}

namespace Regard.Statistics;

/// <summary>Log-likelihood of p, q, gamma with gradient and Hessian.</summary>
/// <remarks>
/// Fader and Hardie (2013), equation 1a, of a mean spend m over x purchases:
/// ln Gamma(px + q) - ln Gamma(px) - ln Gamma(q) + q ln gamma + (px - 1) ln m + px ln x - (px + q) ln(gamma + x m). What depends on x alone is worked out once for each x.
/// </remarks>
sealed class GammaGammaLikelihood
{
    readonly int? threads;
    readonly int[] repeats;
    readonly double[] spend, logSums, weights, customersByRepeats;
    readonly double total, logsOfAll;

    public GammaGammaLikelihood(PurchaseHistories histories, int? threads)
    {
        this.threads = threads;
        var (x, m, w) = (histories.Repeats.ToArray(), histories.MeanSpend.ToArray(), histories.Weights.ToArray());
        int[] used = [.. Enumerable.Range(0, x.Length).Where(i => x[i] > 0 && m[i] > 0 && (w.Length == 0 || w[i] > 0))];
        (repeats, spend, weights) = ([.. used.Select(i => x[i])], [.. used.Select(i => m[i])], [.. used.Select(i => w.Length == 0 ? 1 : w[i])]);
        customersByRepeats = new double[repeats.DefaultIfEmpty().Max() + 1];
        logSums = [.. spend.Select((mean, i) => Math.Log(repeats[i] * mean))];
        for (var i = 0; i < repeats.Length; i++)
        {
            customersByRepeats[repeats[i]] += weights[i];
            total += weights[i];
            logsOfAll += weights[i] * Math.Log(spend[i]);
        }
    }

    public int Customers => repeats.Length;

    public (double Mean, double Spread) MeanAndSpread() => Customers == 0 ? (1, 0) : (spend.Average(), spend.Max() - spend.Min());

    // Places of the sums: 0 value; 1 p, 2 q, 3 gamma; 4 pp, 5 qp, 6 qq, 7 gamma p, 8 gamma q, 9 gamma gamma.
    public void Evaluate(ReadOnlySpan<double> parameters, Span<double> sums)
    {
        double p = parameters[0], q = parameters[1], gamma = parameters[2];
        sums.Clear();
        var alone = GammaFunctions.At(q);
        sums[0] = -total * alone.Value - logsOfAll;
        sums[2] = -total * alone.First;
        sums[3] = total * q / gamma;
        sums[6] = -total * alone.Second;
        sums[8] = total / gamma;
        sums[9] = -total * q / (gamma * gamma);
        for (var x = 1; x < customersByRepeats.Length; x++)
        {
            if (customersByRepeats[x] is not (> 0 and var n)) continue;
            var (with, without) = (GammaFunctions.At(p * x + q), GammaFunctions.At(p * x));
            sums[0] += n * (with.Value - without.Value);
            sums[1] += n * x * (with.First - without.First);
            sums[2] += n * with.First;
            sums[4] += n * x * x * (with.Second - without.Second);
            sums[5] += n * x * with.Second;
            sums[6] += n * with.Second;
        }
        var logGamma = Math.Log(gamma);
        OrderedSum.Add(repeats.Length, sums, threads, (from, below, part) =>
        {
            for (var i = from; i < below; i++)
            {
                double n = weights[i], x = repeats[i], scale = gamma + x * spend[i], log = Math.Log(scale), own = log - logSums[i], all = log - logGamma, shape = p * x + q, inverse = 1 / scale;
                part[0] -= n * (p * x * own + q * all);
                part[1] -= n * x * own;
                part[2] -= n * all;
                part[3] -= n * shape * inverse;
                part[7] -= n * x * inverse;
                part[8] -= n * inverse;
                part[9] += n * shape * inverse * inverse;
            }
        });
    }
}

namespace Regard.Statistics;

/// <summary>Log-likelihood of r, alpha, a, b with gradient and Hessian.</summary>
/// <remarks>
/// Fader, Hardie and Lee (2005), equation 6, as Gamma(r + x) alpha^r B(a, b + k) / (Gamma(r) B(a, b) (alpha + T)^(r + x)) times 1 + w, where
/// ln w = ln a - ln(b + k - 1) + (r + x) ln((alpha + T) / (alpha + t_x)) are the odds of having dropped out. k is x, or x + 1 when customers may drop
/// out right after birth (Batislam, Denizel and Filiztekin 2007); without a repeat k = 0 has no w. All but w depends on x or T alone and is summed by these.
/// </remarks>
sealed class BgNbdLikelihood
{
    readonly int shift;
    readonly int? threads;
    readonly double total;
    readonly double[] customersByRepeats, customersByAge, repeatsByAge;
    readonly int[] repeats, recency, age;
    readonly double[] weights;

    public BgNbdLikelihood(HistoryGroups groups, bool dropOutAtBirth, int? threads)
    {
        (shift, this.threads, total) = (dropOutAtBirth ? 1 : 0, threads, groups.Total);
        customersByRepeats = new double[groups.Repeats.Max() + 1];
        (customersByAge, repeatsByAge) = (new double[groups.AgeDays.Max() + 1], new double[groups.AgeDays.Max() + 1]);
        for (var g = 0; g < groups.Count; g++)
        {
            customersByRepeats[groups.Repeats[g]] += groups.Weights[g];
            customersByAge[groups.AgeDays[g]] += groups.Weights[g];
            repeatsByAge[groups.AgeDays[g]] += groups.Weights[g] * groups.Repeats[g];
        }
        int[] mayBeGone = [.. Enumerable.Range(0, groups.Count).Where(g => groups.Repeats[g] + shift > 0)];
        (repeats, recency, age) = ([.. mayBeGone.Select(g => groups.Repeats[g])], [.. mayBeGone.Select(g => groups.RecencyDays[g])], [.. mayBeGone.Select(g => groups.AgeDays[g])]);
        weights = [.. mayBeGone.Select(g => groups.Weights[g])];
    }

    public void Evaluate(ReadOnlySpan<double> parameters, Span<double> sums)
    {
        double r = parameters[0], alpha = parameters[1], a = parameters[2], b = parameters[3];
        sums.Clear();
        ByRepeats(r, a, b, sums);
        sums[0] += total * r * Math.Log(alpha);
        sums[1] += total * Math.Log(alpha);
        sums[2] += total * r / alpha;
        sums[6] += total / alpha;
        sums[7] -= total * r / (alpha * alpha);
        var (logs, inverses) = ByAge(r, alpha, sums);
        OrderedSum.Add(weights.Length, sums, threads, (from, below, part) => DropOut(r, a, b, logs, inverses, from, below, part));
    }

    // Places of the sums: 0 value; 1 r, 2 alpha, 3 a, 4 b; 5 rr, 6 alpha r, 7 alpha alpha, 8 ar, 9 a alpha, 10 aa, 11 br, 12 b alpha, 13 ba, 14 bb.
    void ByRepeats(double r, double a, double b, Span<double> sums)
    {
        var most = customersByRepeats.Length - 1;
        var (rate, stay, both) = (new RisingSums(r, most), new RisingSums(b, most + shift), new RisingSums(a + b, most + shift));
        for (var x = 0; x <= most; x++)
        {
            if (customersByRepeats[x] is not (> 0 and var n)) continue;
            var k = x + shift;
            sums[0] += n * (rate.Value(x) + stay.Value(k) - both.Value(k));
            sums[1] += n * rate.First(x);
            sums[3] -= n * both.First(k);
            sums[4] += n * (stay.First(k) - both.First(k));
            sums[5] += n * rate.Second(x);
            sums[10] -= n * both.Second(k);
            sums[13] -= n * both.Second(k);
            sums[14] += n * (stay.Second(k) - both.Second(k));
        }
    }

    (double[] Logs, double[] Inverses) ByAge(double r, double alpha, Span<double> sums)
    {
        var (logs, inverses) = (new double[customersByAge.Length], new double[customersByAge.Length]);
        for (var day = 0; day < logs.Length; day++)
        {
            (logs[day], inverses[day]) = (Math.Log(alpha + day / PurchaseHistory.DaysPerWeek), 1 / (alpha + day / PurchaseHistory.DaysPerWeek));
            if (customersByAge[day] == 0) continue;
            var purchases = r * customersByAge[day] + repeatsByAge[day];
            sums[0] -= purchases * logs[day];
            sums[1] -= customersByAge[day] * logs[day];
            sums[2] -= purchases * inverses[day];
            sums[6] -= customersByAge[day] * inverses[day];
            sums[7] += purchases * inverses[day] * inverses[day];
        }
        return (logs, inverses);
    }

    void DropOut(double r, double a, double b, double[] logs, double[] inverses, int from, int below, double[] sums)
    {
        var logA = Math.Log(a);
        for (var i = from; i < below; i++)
        {
            double n = weights[i], rate = r + repeats[i], stayed = b + repeats[i] + shift - 1;
            double span = logs[age[i]] - logs[recency[i]], late = inverses[age[i]], early = inverses[recency[i]];
            var u = logA - Math.Log(stayed) + rate * span;
            var e = Math.Exp(-Math.Abs(u));
            sums[0] += n * (Math.Max(u, 0) + Math.Log(1 + e));
            var gone = n * (u > 0 ? 1 / (1 + e) : e / (1 + e));
            var spread = gone * (u > 0 ? e / (1 + e) : 1 / (1 + e));
            double byAlpha = rate * (late - early), byA = 1 / a, byB = -1 / stayed;
            sums[1] += gone * span;
            sums[2] += gone * byAlpha;
            sums[3] += gone * byA;
            sums[4] += gone * byB;
            sums[5] += spread * span * span;
            sums[6] += spread * span * byAlpha + gone * (late - early);
            sums[7] += spread * byAlpha * byAlpha - gone * rate * (late * late - early * early);
            sums[8] += spread * byA * span;
            sums[9] += spread * byA * byAlpha;
            sums[10] += (spread - gone) * byA * byA;
            sums[11] += spread * byB * span;
            sums[12] += spread * byB * byAlpha;
            sums[13] += spread * byA * byB;
            sums[14] += (spread + gone) * byB * byB;
        }
    }
}

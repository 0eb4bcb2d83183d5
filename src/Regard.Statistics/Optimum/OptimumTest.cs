namespace Regard.Statistics;

/// <summary>Whether a point may be the optimum: how much worse the best curve fits that peaks there than the best one that peaks anywhere.</summary>
/// <remarks>
/// Likelihood ratio of the mode of a concave curve, as Doss and Wellner (2019), Annals of Statistics 47, 2950-2976, have it for densities. Its distribution, which differs between
/// smooth and broken curves, is told at each point by a wild bootstrap (Wu 1986; Rademacher signs) of the curve that peaks there. The bootstrap ends as soon as enough samples
/// are as far off (Besag and Clifford 1991, Biometrika 78, 301-304).
/// </remarks>
sealed class OptimumTest
{
    const int Samples = 199, Steps = 40, FineSteps = 8, MostLevels = 400, Halvings = 8;
    // No sample lies farther off, in residual variances: rejected without a bootstrap.
    const double Beyond = 25;

    readonly PeakedCurves curves;
    readonly List<PeakedCurves.Peak> peaks;
    readonly double[] sums, values;
    readonly int[] place;
    readonly double mean, explained;
    readonly double low, high;
    readonly Draws draws;

    /// <param name="x">Satisfaction, ascending.</param>
    /// <param name="y">Value of each row.</param>
    /// <param name="knots">Ascending, both ends included.</param>
    /// <param name="cost">Of a point, 0 or more.</param>
    /// <param name="draws">Of the bootstrap.</param>
    public OptimumTest(double[] x, double[] y, double[] knots, double cost, Draws draws)
    {
        this.draws = draws;
        (low, high) = (x[0], x[^1]);
        var distinct = x.Distinct().ToArray();
        // Beyond so many levels neighbours are taken together.
        place = distinct.Length <= MostLevels ? [.. x.Select(v => Array.BinarySearch(distinct, v))] : [.. x.Select((_, i) => (int)((long)i * MostLevels / x.Length))];
        var count = place[^1] + 1;
        var (levels, weights) = (new double[count], new double[count]);
        (sums, values) = (new double[count], [.. y.Select((v, i) => v - cost * x[i])]);
        mean = values.Average();
        for (var i = 0; i < x.Length; i++)
        {
            levels[place[i]] += x[i];
            weights[place[i]]++;
            sums[place[i]] += values[i] - mean;
        }
        for (var l = 0; l < count; l++) levels[l] /= weights[l];
        curves = new(levels, weights, knots, falling: cost > 0);
        var grid = Enumerable.Range(0, Steps + 1).Select(i => low + (high - low) * i / Steps).Concat(knots).Concat(count <= Steps ? levels : []).Distinct().Order().ToArray();
        peaks = [.. grid.Select(curves.Of)];
        var work = new PeakedCurves.Work();
        curves.Read(work, sums);
        var best = peaks.MaxBy(p => curves.Explained(work, p))!;
        var step = (high - low) / Steps;
        for (var i = -FineSteps + 1; i < FineSteps; i++)
            if (best.At + step * i / FineSteps is var fine && fine > low && fine < high && i != 0) peaks.Add(curves.Of(fine));
        curves.Read(work, sums);
        Best = peaks.MaxBy(p => curves.Explained(work, p))!.At;
        explained = peaks.Max(p => curves.Explained(work, p));
    }

    /// <summary>The point at which the peak fits best.</summary>
    public double Best { get; }

    /// <summary>All points that the test does not reject, from the first to the last.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    public (double Lower, double Upper) Interval(double confidence) => (End(low, confidence), End(high, confidence));

    /// <summary>Whether the point is not rejected.</summary>
    /// <param name="point">Within the data.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public bool Holds(double point, double confidence)
    {
        var (work, peak) = (new PeakedCurves.Work(), curves.Of(point));
        curves.Read(work, sums);
        var miss = explained - curves.Explained(work, peak);
        if (!(miss > 1e-12 * explained)) return true;
        var (curve, parts) = curves.Curve(work, peak);
        var residuals = values.Select((v, i) => v - mean - curve[place[i]]).ToArray();
        var freedom = Math.Max(1, residuals.Length - 1 - parts);
        if (miss > Beyond * residuals.Sum(e => e * e) / freedom) return false;
        var swell = Math.Sqrt((double)residuals.Length / freedom);
        for (var i = 0; i < residuals.Length; i++) residuals[i] *= swell;
        // The nearest peaks first: they are the likeliest to fit better.
        var rivals = peaks.OrderBy(p => Math.Abs(p.At - peak.At)).ToArray();
        var (farther, needed) = (0, (int)Math.Floor((1 - confidence) * (Samples + 1) + 1e-9));
        var again = new double[sums.Length];
        for (var sample = 0; sample < Samples && farther < needed && farther + Samples - sample >= needed; sample++)
        {
            Array.Clear(again);
            var chance = draws.Of(sample);
            for (var i = 0; i < residuals.Length; i++) again[place[i]] += curve[place[i]] + (chance.Below(2) == 0 ? residuals[i] : -residuals[i]);
            curves.Read(work, again);
            var reached = curves.Explained(work, peak) + miss;
            if (rivals.Any(p => curves.Explained(work, p) >= reached)) farther++;
        }
        return farther >= needed;
    }

    double End(double end, double confidence)
    {
        if (Holds(end, confidence)) return end;
        var (inside, outside) = (Best, end);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (inside + outside) / 2;
            if (Holds(middle, confidence)) inside = middle;
            else outside = middle;
        }
        return inside;
    }
}

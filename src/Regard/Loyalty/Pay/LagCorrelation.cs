using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Whether units that were rated better than usual did better than usual some quarters later.</summary>
static class LagCorrelation
{
    /// <summary>From so many units on, what moves all of them at once is taken out and units are resampled; with fewer, each unit's own straight trend is taken out, and the interval is Fisher's.</summary>
    public const int UnitsToResample = 10;
    const int Rounds = 20, Resamples = 1000;

    /// <param name="pairs">Unit and time as numbers from 0, satisfaction and outcome. Units with under three pairs tell nothing.</param>
    public static Estimate Of(IReadOnlyList<(int Unit, int Time, double X, double Y)> pairs)
    {
        List<(int Unit, int Time, double X, double Y)[]> units = [.. pairs.GroupBy(p => p.Unit).Where(g => g.Count() > 2).Select(g => g.ToArray())];
        var n = units.Sum(u => u.Length);
        var free = units.Count >= UnitsToResample ? n - units.Count - pairs.Select(p => p.Time).Distinct().Count() + 2 : n - 2 * units.Count + 1;
        if (n == 0 || free < 4) return Estimate.Withhold(Withholding.TooFew, n);
        var rows = units.Select((u, i) => u.Select(p => (Unit: i, p.Time, p.X, p.Y)).ToArray()).ToList();
        if (Correlated(rows, units.Count >= UnitsToResample) is not { } r) return Estimate.Withhold(Withholding.NoSpread, n);
        if (units.Count < UnitsToResample) return Correlation.Of(r, n, free).R;
        var boot = Bootstrap.Run(rows.Count, 1, Resamples, Draws.Seeded(1), () => 0, (_, drawn, into) =>
        {
            var again = new List<(int, int, double, double)[]>(drawn.Length);
            for (var i = 0; i < drawn.Length; i++)
            {
                var unit = i;
                again.Add(Array.ConvertAll(rows[drawn[i]], p => (unit, p.Time, p.X, p.Y)));
            }
            if (Correlated(again, times: true) is not { } resampled) return false;
            into[0] = resampled;
            return true;
        });
        return boot.Percentile(0) is var (lower, upper) ? Estimate.Between(r, boot.StandardError(0) ?? 0, Math.Min(r, lower), Math.Max(r, upper), n, free) : Estimate.Withhold(Withholding.NoFit, n);
    }

    /// <summary>After the means of units are taken out, and the means of times or the trends of units.</summary>
    static double? Correlated(List<(int Unit, int Time, double X, double Y)[]> units, bool times)
    {
        var all = units.SelectMany(u => u).ToArray();
        var (x, y) = (Array.ConvertAll(all, p => p.X), Array.ConvertAll(all, p => p.Y));
        int[] unit = Array.ConvertAll(all, p => p.Unit), time = Array.ConvertAll(all, p => p.Time);
        foreach (var values in new[] { x, y })
        {
            Centre(values, unit);
            if (!times) Straighten(values, unit, time);
            for (var round = 0; times && round < Rounds; round++)
            {
                Centre(values, time);
                Centre(values, unit);
            }
        }
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < all.Length; i++) (xx, yy, xy) = (xx + x[i] * x[i], yy + y[i] * y[i], xy + x[i] * y[i]);
        return xx > 1e-12 && yy > 1e-12 ? Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1) : null;
    }

    /// <summary>Takes the straight line over time out of each unit's centred values.</summary>
    static void Straighten(double[] values, int[] units, int[] times)
    {
        var at = Array.ConvertAll(times, t => (double)t);
        Centre(at, units);
        var (square, cross) = (new double[units.Max() + 1], new double[units.Max() + 1]);
        for (var i = 0; i < values.Length; i++) (square[units[i]], cross[units[i]]) = (square[units[i]] + at[i] * at[i], cross[units[i]] + at[i] * values[i]);
        for (var i = 0; i < values.Length; i++) if (square[units[i]] > 0) values[i] -= at[i] * cross[units[i]] / square[units[i]];
    }

    static void Centre(double[] values, int[] groups)
    {
        var (sums, counts) = (new double[groups.Max() + 1], new int[groups.Max() + 1]);
        for (var i = 0; i < values.Length; i++) (sums[groups[i]], counts[groups[i]]) = (sums[groups[i]] + values[i], counts[groups[i]] + 1);
        for (var i = 0; i < values.Length; i++) values[i] -= sums[groups[i]] / counts[groups[i]];
    }
}

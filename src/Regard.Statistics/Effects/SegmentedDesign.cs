namespace Regard.Statistics;

/// <summary>Level, slope, and their changes at the interruption, under errors that follow on each other.</summary>
/// <remarks>Cross-products of the rows less rho times the row before (Prais and Winsten 1954) are quadratic in rho, so each rho costs one small Cholesky.</remarks>
sealed class SegmentedDesign(int periods, int from)
{
    const int Columns = 4, Size = 5, Steps = 60, Pilots = 49;
    const double MostRho = 0.97, Settled = 1e-7;

    readonly (double[] Same, double[] Next, double[] Before) design = Added((new double[Size * Size], new double[Size * Size], new double[Size * Size]), Rows(new double[periods], from), 0);

    public sealed record Fitted(double[] Coefficients, double[] Variances, double Sigma, double Rho)
    {
        public double Error(int k) => Sigma * Math.Sqrt(Variances[k]);
        public double T(int k) => Coefficients[k] / Error(k);
    }

    public static double[] Noise(int periods, double rho, DrawStream chance)
    {
        var (noise, last) = (new double[periods], chance.Normal() / Math.Sqrt(1 - rho * rho));
        for (var t = 0; t < periods; t++, last = rho * last + chance.Normal()) noise[t] = last;
        return noise;
    }

    /// <summary>Correlations under which the series may have been: the found one less what simulated series miss theirs by.</summary>
    /// <remarks>Basic bootstrap: Davison and Hinkley (1997), section 2.4.</remarks>
    public double[] LikelyRhos(double rho, Draws draws)
    {
        var rhos = new double[Pilots];
        Parallel.For(0, Pilots, b => rhos[b] = Math.Clamp(2 * rho - Fit(Noise(periods, rho, draws.Of(b))).Rho, -MostRho, MostRho));
        return rhos;
    }

    /// <summary>The correlation of the highest restricted likelihood.</summary>
    public Fitted Fit(double[] y)
    {
        var ((same, next, before), factor) = (Products(y), new double[Size * Size]);

        double Criterion(double rho)
        {
            var determinant = 1 / (1 - rho * rho);
            for (var i = 0; i < Size; i++)
                for (var j = 0; j <= i; j++)
                {
                    var at = i * Size + j;
                    var sum = same[at] - rho * next[at] + rho * rho * before[at];
                    for (var k = 0; k < j; k++) sum -= factor[i * Size + k] * factor[j * Size + k];
                    if (i != j) factor[at] = sum / factor[j * Size + j];
                    else factor[at] = Math.Sqrt(Math.Max(sum, double.Epsilon));
                    if (i == j && i < Columns) determinant *= factor[at] * factor[at];
                }
            return (periods - Columns) * 2 * Math.Log(factor[^1]) + Math.Log(determinant);
        }

        var best = Minimum(Criterion, -MostRho, MostRho);
        Criterion(best);
        return Read(factor, best);
    }

    // Parabolas through the three best points, golden sections where they do not hold: Brent (1973), Algorithms for Minimization without Derivatives, ch. 5.
    static double Minimum(Func<double, double> criterion, double low, double high)
    {
        var golden = (3 - Math.Sqrt(5)) / 2;
        double best = low + golden * (high - low), second = best, third = best, last = 0, before = 0;
        double atBest = criterion(best), atSecond = atBest, atThird = atBest;
        for (var step = 0; step < Steps; step++)
        {
            var middle = (low + high) / 2;
            if (Math.Abs(best - middle) <= 2 * Settled - (high - low) / 2) break;
            double r = (best - second) * (atBest - atThird), q = (best - third) * (atBest - atSecond);
            var (up, down) = ((best - third) * q - (best - second) * r, 2 * (q - r));
            if (down > 0) up = -up;
            down = Math.Abs(down);
            var parabola = Math.Abs(before) > Settled && Math.Abs(up) < Math.Abs(down * before / 2) && up > down * (low - best) && up < down * (high - best);
            (before, last) = parabola ? (last, up / down) : (best < middle ? high - best : low - best, golden * (best < middle ? high - best : low - best));
            if (parabola && (best + last - low < 2 * Settled || high - best - last < 2 * Settled)) last = best < middle ? Settled : -Settled;
            var next = best + (Math.Abs(last) >= Settled ? last : Math.CopySign(Settled, last));
            var atNext = criterion(next);
            if (atNext <= atBest)
            {
                if (next < best) high = best;
                else low = best;
                (third, atThird, second, atSecond, best, atBest) = (second, atSecond, best, atBest, next, atNext);
                continue;
            }
            if (next < best) low = next;
            else high = next;
            if (atNext <= atSecond || second == best) (third, atThird, second, atSecond) = (second, atSecond, next, atNext);
            else if (atNext <= atThird || third == best || third == second) (third, atThird) = (next, atNext);
        }
        return best;
    }

    // Those of the design alone are worked out once; the outcome's are their last row.
    (double[] Same, double[] Next, double[] Before) Products(double[] y) => Added(([.. design.Same], [.. design.Next], [.. design.Before]), Rows(y, from), Columns);

    static (double[] Same, double[] Next, double[] Before) Added((double[] Same, double[] Next, double[] Before) to, double[] rows, int column)
    {
        for (var t = 0; t < rows.Length / Size; t++)
            for (var i = column; i < Size; i++)
                for (var j = 0; j <= i; j++)
                {
                    var (a, b) = (rows[t * Size + i], rows[t * Size + j]);
                    to.Same[i * Size + j] += a * b;
                    if (t == 0) continue;
                    var (earlierA, earlierB) = (rows[(t - 1) * Size + i], rows[(t - 1) * Size + j]);
                    to.Next[i * Size + j] += a * earlierB + earlierA * b;
                    // The first row counts once less rho squared, the last not at all.
                    if (t > 1) to.Before[i * Size + j] += earlierA * earlierB;
                }
        return to;
    }

    static double[] Rows(double[] y, int from)
    {
        var rows = new double[y.Length * Size];
        for (var t = 0; t < y.Length; t++)
        {
            var since = t - from;
            (rows[t * Size], rows[t * Size + 1], rows[t * Size + 4]) = (1, since, y[t]);
            if (since >= 0) (rows[t * Size + 2], rows[t * Size + 3]) = (1, since);
        }
        return rows;
    }

    // Back through the triangle: its last row holds the outcome, its last entry the root of the squares that are left.
    Fitted Read(double[] factor, double rho)
    {
        var (coefficients, variances) = (new double[Columns], new double[Columns]);
        for (var i = Columns - 1; i >= 0; i--)
        {
            var sum = factor[Columns * Size + i];
            for (var k = i + 1; k < Columns; k++) sum -= factor[k * Size + i] * coefficients[k];
            coefficients[i] = sum / factor[i * Size + i];
        }
        for (var j = 0; j < Columns; j++)
        {
            // Column j of the inverse triangle; variance k is the squares of its row k of the transpose.
            var column = new double[Columns];
            for (var i = j; i < Columns; i++)
            {
                var sum = i == j ? 1.0 : 0;
                for (var k = j; k < i; k++) sum -= factor[i * Size + k] * column[k];
                column[i] = sum / factor[i * Size + i];
                variances[j] += column[i] * column[i];
            }
        }
        return new(coefficients, variances, factor[^1] / Math.Sqrt(periods - Columns), rho);
    }
}

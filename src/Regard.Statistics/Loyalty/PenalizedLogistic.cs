namespace Regard.Statistics;

/// <summary>Logistic regression under ridge and lasso: steps of coordinate descent on Newton's quadratic, the rows passed over once a step.</summary>
/// <remarks>Friedman, Hastie and Tibshirani (2010), Journal of Statistical Software 33(1), sections 2 and 3; Lee, Sun and Saunders (2014), SIAM J. Optim. 24, 1420-1443.</remarks>
static class PenalizedLogistic
{
    const int MostSteps = 200, MostSweeps = 10_000;

    /// <summary>Where the steps led.</summary>
    /// <param name="At">Scaled coefficients, the constant first.</param>
    /// <param name="Value">Log-likelihood without penalty.</param>
    /// <param name="Information">Without penalty, row major.</param>
    /// <param name="Converged">Whether they settled.</param>
    /// <param name="Steps">How many.</param>
    public sealed record Fit(double[] At, double Value, double[] Information, bool Converged, int Steps);

    public static Fit Run(LogisticDesign design, double[] start, double ridge, double lasso)
    {
        var (size, n) = (design.Size, (double)design.N);
        double[] at = [.. start], gradient = new double[size], information = new double[size * size];
        double Penalty(double[] b) => n * b.Skip(1).Sum(x => ridge / 2 * x * x + lasso * Math.Abs(x));
        var value = design.LogLikelihood(at, gradient, information);
        var (settled, steps) = (false, 0);
        double[] nextGradient = new double[size], nextInformation = new double[size * size];
        for (; steps < MostSteps && !settled; steps++)
        {
            var target = Descend(at, gradient, information, n * ridge, n * lasso);
            var (moved, objective, length) = (0.0, value - Penalty(at), 1.0);
            double[] next = at;
            var reached = value;
            for (var halving = 0; halving < 30; halving++, length /= 2)
            {
                next = [.. at.Zip(target, (a, t) => a + length * (t - a))];
                reached = design.LogLikelihood(next, nextGradient, nextInformation);
                if (double.IsFinite(reached) && reached - Penalty(next) >= objective - 1e-9 * (1 + Math.Abs(objective))) break;
            }
            for (var j = 0; j < size; j++) moved = Math.Max(moved, Math.Abs(next[j] - at[j]));
            (at, value) = (next, reached);
            (gradient, nextGradient) = (nextGradient, gradient);
            (information, nextInformation) = (nextInformation, information);
            settled = moved < 1e-9;
        }
        return new(at, value, information, settled, steps);
    }

    // Maximises g'd - d'Hd / 2 less the penalties of at + d.
    static double[] Descend(double[] at, double[] gradient, double[] information, double ridge, double lasso)
    {
        var size = at.Length;
        double[] b = [.. at], slope = [.. gradient];
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var most = 0.0;
            for (var j = 0; j < size; j++)
            {
                var curve = information[j * size + j];
                var pull = slope[j] + curve * b[j];
                var next = j == 0 ? pull / curve : Math.Sign(pull) * Math.Max(0, Math.Abs(pull) - lasso) / (curve + ridge);
                var change = next - b[j];
                if (change == 0 || !double.IsFinite(change)) continue;
                for (var k = 0; k < size; k++) slope[k] -= information[k * size + j] * change;
                b[j] = next;
                most = Math.Max(most, Math.Abs(change));
            }
            if (most < 1e-12) break;
        }
        return b;
    }
}

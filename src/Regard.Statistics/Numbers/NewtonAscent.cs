namespace Regard.Statistics;

/// <summary>Works out a concave log-likelihood with its exact gradient and information (the Hessian turned positive).</summary>
/// <param name="at">The coefficients.</param>
/// <param name="gradient">To be filled.</param>
/// <param name="information">To be filled, row major, both triangles.</param>
/// <returns>The log-likelihood; not finite when the coefficients lead out of range.</returns>
delegate double LogLikelihood(ReadOnlySpan<double> at, Span<double> gradient, Span<double> information);

/// <summary>Where Newton's steps led.</summary>
sealed record NewtonAscent
{
    const int MostSteps = 80, MostHalvings = 30;
    const double Settled = 1e-10, Quadratic = 0.05;

    public required double[] At { get; init; }
    public required double Value { get; init; }
    public required double[] Gradient { get; init; }
    public required double[] Information { get; init; }
    public required double StartValue { get; init; }
    public required double[] StartGradient { get; init; }
    public required double[] StartInformation { get; init; }
    public required int Steps { get; init; }
    public required bool Converged { get; init; }

    /// <summary>Coefficients that run off without end while the likelihood hardly rises; none when there is an optimum.</summary>
    public required IReadOnlyList<int> Endless { get; init; }

    /// <summary>Climbs from a start.</summary>
    /// <remarks>
    /// Near an optimum the gain of a step falls with the square of the last one. Where the likelihood has no optimum it falls by a constant
    /// factor (about e) a step for ever: that tells separation apart, whatever the units.
    /// </remarks>
    public static NewtonAscent Run(double[] start, LogLikelihood likelihood)
    {
        var n = start.Length;
        double[] at = [.. start], next = new double[n], gradient = new double[n], information = new double[n * n];
        var value = likelihood(at, gradient, information);
        var (startValue, startGradient, startInformation) = (value, gradient.ToArray(), information.ToArray());
        var (before, converged, endless, steps) = (double.PositiveInfinity, false, Array.Empty<int>(), 0);
        double[] step = new double[n], last = step;
        for (; steps < MostSteps && !converged; steps++)
        {
            if (SymmetricFactor.Of(information, n) is not { } factor)
            {
                endless = Largest(last);
                break;
            }
            (last, step) = (step, factor.Solve(gradient));
            var gain = Dot(gradient, step);
            if (!double.IsFinite(gain)) break;
            var halvings = 0;
            for (var length = 1.0; halvings < MostHalvings; halvings++, length /= 2)
            {
                for (var j = 0; j < n; j++) next[j] = at[j] + length * step[j];
                var reached = likelihood(next, gradient, information);
                if (!double.IsFinite(reached) || reached < value - 1e-9 * (1 + Math.Abs(value))) continue;
                value = reached;
                next.CopyTo(at, 0);
                break;
            }
            if (halvings == MostHalvings) break;
            converged = gain < Settled;
            if (converged && steps > 3 && gain > Quadratic * before) endless = Largest(step);
            before = gain;
        }
        return new()
        {
            At = at, Value = value, Gradient = gradient, Information = information, StartValue = startValue, StartGradient = startGradient, StartInformation = startInformation,
            Steps = steps, Converged = converged && endless.Length == 0, Endless = endless,
        };
    }

    static int[] Largest(double[] step)
    {
        var most = step.Max(Math.Abs);
        return most > 0 ? [.. Enumerable.Range(0, step.Length).Where(j => Math.Abs(step[j]) > 0.3 * most)] : [];
    }

    static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}

namespace Regard.Statistics;

/// <summary>A log-likelihood with its derivatives by the parameters themselves.</summary>
/// <param name="parameters">All over 0.</param>
/// <param name="sums">To be filled: value, gradient, then the lower triangle of the Hessian by rows.</param>
delegate void Likelihood(ReadOnlySpan<double> parameters, Span<double> sums);

/// <summary>Newton's method on the logarithms of parameters that are over 0.</summary>
/// <remarks>
/// Where the Hessian is not negative definite its diagonal is raised (Levenberg 1944); steps are at most 2 and halved until the likelihood rises.
/// The end is the Newton decrement, which is twice what can still be gained: Boyd and Vandenberghe (2004), Convex Optimization, section 9.5.
/// </remarks>
sealed class LogAscent(Likelihood likelihood, int size)
{
    // An error of 25 in the logarithm is no knowledge of the parameter: the likelihood is flat towards an end without ever rising again.
    const double LongestStep = 2, Furthest = 11, FlatError = 25, NearEnd = 1e-7, Noise = 1e-11, Vanishing = 1e-18;

    readonly double[] sums = new double[1 + size + size * (size + 1) / 2], gradient = new double[size], hessian = new double[size * size];

    public double[] Parameters { get; } = new double[size];
    public double Value { get; private set; }
    public int Iterations { get; private set; }
    public double GradientNorm { get; private set; }
    /// <summary>Index of a parameter that ran off to 0 or without end; null otherwise.</summary>
    public int? RanOff { get; private set; }
    public double[]? LogCovariance { get; private set; }

    /// <param name="start">All over 0.</param>
    /// <param name="scale">Of each parameter: one beyond it by 11 in the logarithm, either way, ran off.</param>
    /// <param name="steps">At most.</param>
    /// <returns>True when the gradient vanished at a maximum.</returns>
    public bool Climb(ReadOnlySpan<double> start, ReadOnlySpan<double> scale, int steps)
    {
        var (at, next, step) = (new double[size], new double[size], new double[size]);
        for (var j = 0; j < size; j++) at[j] = Math.Log(start[j]);
        RanOff = null;
        Evaluate(at);
        for (Iterations = 0; Iterations < steps;)
        {
            var maximum = Direction(step, out var decrement);
            if (maximum && decrement <= Vanishing) return Settled();
            if (!(decrement > 0)) return Lost(at, scale);
            Iterations++;
            var (before, norm, length) = (Value, GradientNorm, Math.Min(1, LongestStep / step.Max(Math.Abs)));
            if (!(maximum && decrement < NearEnd && Polished(at, next, step, norm)))
            {
                if (maximum && decrement < Noise)
                {
                    Evaluate(at);
                    return Settled();
                }
                for (var halving = 0; ; halving++, length /= 2)
                {
                    for (var j = 0; j < size; j++) next[j] = at[j] + length * step[j];
                    Evaluate(next);
                    if (double.IsFinite(Value) && Value >= before + 1e-4 * length * decrement) break;
                    if (halving < 50) continue;
                    Evaluate(at);
                    return Lost(at, scale);
                }
            }
            next.CopyTo(at, 0);
            for (var j = 0; j < size; j++)
                if (Math.Abs(at[j] - Math.Log(scale[j])) > Furthest) RanOff = j;
            if (RanOff is not null) return false;
        }
        return false;
    }

    /// <summary>So near the end the value no longer tells up from down but the gradient does: a whole step, if it shrinks.</summary>
    bool Polished(double[] at, double[] next, double[] step, double norm)
    {
        for (var j = 0; j < size; j++) next[j] = at[j] + step[j];
        Evaluate(next);
        return GradientNorm < 0.9 * norm;
    }

    /// <summary>No step leads up any more although there is no maximum here: the likelihood is flat within its rounding, on the way of a parameter without end.</summary>
    bool Lost(double[] at, ReadOnlySpan<double> scale)
    {
        var farthest = 0;
        for (var j = 1; j < size; j++)
            if (Math.Abs(at[j] - Math.Log(scale[j])) > Math.Abs(at[farthest] - Math.Log(scale[farthest]))) farthest = j;
        RanOff = farthest;
        return false;
    }

    bool Settled()
    {
        Span<double> factor = stackalloc double[size * size];
        if (!Factor(factor, 0)) return false;
        LogCovariance = new double[size * size];
        Span<double> column = stackalloc double[size];
        for (var j = 0; j < size; j++)
        {
            column.Clear();
            column[j] = 1;
            Solve(factor, column);
            for (var i = 0; i < size; i++) LogCovariance[i * size + j] = column[i];
            if (!(column[j] < FlatError * FlatError)) RanOff = j;
        }
        if (RanOff is not null) LogCovariance = null;
        return RanOff is null;
    }

    void Evaluate(double[] logs)
    {
        for (var j = 0; j < size; j++) Parameters[j] = Math.Exp(logs[j]);
        likelihood(Parameters, sums);
        (Value, GradientNorm) = (sums[0], 0);
        var at = 1 + size;
        for (var i = 0; i < size; i++)
        {
            gradient[i] = Parameters[i] * sums[1 + i];
            GradientNorm = Math.Max(GradientNorm, Math.Abs(gradient[i]));
            for (var j = 0; j <= i; j++)
                hessian[i * size + j] = hessian[j * size + i] = Parameters[i] * Parameters[j] * sums[at++] + (i == j ? gradient[i] : 0);
        }
    }

    /// <returns>True when the Hessian is negative definite as it stands.</returns>
    bool Direction(double[] step, out double decrement)
    {
        Span<double> factor = stackalloc double[size * size];
        var (raised, largest) = (0.0, 0.0);
        for (var j = 0; j < size; j++) largest = Math.Max(largest, Math.Abs(hessian[j * size + j]));
        decrement = 0;
        Array.Clear(step);
        if (!double.IsFinite(largest)) return false;
        while (!Factor(factor, raised)) raised = raised == 0 ? 1e-6 * largest + 1e-12 : 4 * raised;
        gradient.CopyTo(step, 0);
        Solve(factor, step);
        for (var j = 0; j < size; j++) decrement += gradient[j] * step[j];
        return raised == 0;
    }

    /// <summary>Cholesky of raised identity less Hessian.</summary>
    bool Factor(Span<double> factor, double raised)
    {
        for (var i = 0; i < size; i++)
            for (var j = 0; j <= i; j++)
            {
                var diagonal = raised - hessian[i * size + i];
                var sum = i == j ? diagonal : -hessian[i * size + j];
                for (var k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
                if (i != j) factor[i * size + j] = sum / factor[j * size + j];
                else if (sum > 1e-13 * diagonal && sum > 0) factor[i * size + i] = Math.Sqrt(sum);
                else return false;
            }
        return true;
    }

    void Solve(ReadOnlySpan<double> factor, Span<double> x)
    {
        for (var i = 0; i < size; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= factor[i * size + k] * x[k];
            x[i] /= factor[i * size + i];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < size; k++) x[i] -= factor[k * size + i] * x[k];
            x[i] /= factor[i * size + i];
        }
    }
}

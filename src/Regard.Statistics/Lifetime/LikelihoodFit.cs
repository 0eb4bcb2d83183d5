namespace Regard.Statistics;

/// <summary>Parameters, all over 0, at the maximum of a likelihood, with how it was reached.</summary>
/// <remarks>Errors from the inverse of the exact Hessian (observed information); intervals normal on the logarithms, so that they stay over 0.</remarks>
public sealed record LikelihoodFit
{
    internal LikelihoodFit(IReadOnlyList<string> names, double[] values) => (Names, Values) = (names, values);

    /// <summary>Names of the parameters.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Their values; empty when nothing could be estimated. Where <see cref="Converged"/> is false: as far as they came, for reading only.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Customers behind it.</summary>
    public long N { get; internal init; }

    /// <summary>Logarithm of the likelihood; null when nothing could be estimated.</summary>
    public double? LogLikelihood { get; internal init; }

    /// <summary>The gradient vanishes, and the Hessian says that this is a maximum.</summary>
    public bool Converged => Reason == LifetimeReason.None;

    /// <summary>Why not; None when it did.</summary>
    public LifetimeReason Reason { get; internal init; }

    /// <summary>Steps taken.</summary>
    public int Iterations { get; internal init; }

    /// <summary>Largest derivative by the logarithm of a parameter, in units of log-likelihood; null when nothing could be estimated.</summary>
    public double? GradientNorm { get; internal init; }

    /// <summary>Coverage that the intervals aim at.</summary>
    public double Confidence { get; internal init; } = 0.95;

    /// <summary>Covariances of the parameters' logarithms, by rows; empty when not converged.</summary>
    public IReadOnlyList<double> LogCovariance { get; internal init; } = [];

    /// <summary>A parameter with its error and interval; withheld when not converged.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    public Estimate this[string name]
    {
        get
        {
            var at = Names.ToList().IndexOf(name);
            ArgumentOutOfRangeException.ThrowIfNegative(at, nameof(name));
            if (!Converged) return Estimate.Withhold(Values.Count == 0 ? Withholding.TooFew : Withholding.NotIdentified, N);
            var (value, error) = (Values[at], Math.Sqrt(LogCovariance[at * Names.Count + at]));
            var factor = Math.Exp(Quantile.Normal(0.5 + Confidence / 2) * error);
            return Estimate.Between(value, value * error, value / factor, value * factor, N, null, Confidence);
        }
    }

    /// <summary>Values as far from the estimates as their uncertainty allows: normal in the logarithms.</summary>
    internal double[] Draw(ref DrawStream stream)
    {
        var size = Names.Count;
        Span<double> factor = stackalloc double[size * size], normal = stackalloc double[size];
        double[] values = [.. Values];
        for (var i = 0; i < size; i++)
        {
            normal[i] = stream.Normal();
            var moved = 0.0;
            for (var j = 0; j <= i; j++)
            {
                var sum = LogCovariance[i * size + j];
                for (var k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
                factor[i * size + j] = i == j ? Math.Sqrt(Math.Max(0, sum)) : factor[j * size + j] > 0 ? sum / factor[j * size + j] : 0;
                moved += factor[i * size + j] * normal[j];
            }
            values[i] *= Math.Exp(Math.Clamp(moved, -30, 30));
        }
        return values;
    }

    internal static LikelihoodFit None(IReadOnlyList<string> names, LifetimeReason reason, long n) => new(names, []) { Reason = reason, N = n };
}

namespace Regard.Statistics;

/// <summary>Whether predicted shares are those that came.</summary>
/// <param name="Bins">From the lowest to the highest risk, as many rows each as ties allow.</param>
/// <param name="Intercept">Log odds by which the shares that came exceed the predicted ones on the whole; 0 is right. Withheld where there is none.</param>
/// <param name="Slope">1 is right; under 1, predictions are too extreme (overfitted). Withheld where there is none.</param>
/// <param name="Brier">Mean squared error of the predicted share, 0 to 1 (Brier 1950).</param>
/// <remarks>Cox (1958), Biometrika 45, 562-565: logistic regression of the outcome on the predicted log odds; the intercept with the slope held at 1.</remarks>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins, Estimate Intercept, Estimate Slope, double Brier)
{
    const double Edge = 1e-12;

    /// <summary>Holds predictions to outcomes.</summary>
    /// <param name="predicted">0 to 1 each.</param>
    /// <param name="outcomes">True for those who did.</param>
    /// <param name="bins">2 or more.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Uneven or empty lists, or a prediction outside 0 to 1.</exception>
    public static Calibration Of(IReadOnlyList<double> predicted, IReadOnlyList<bool> outcomes, int bins = 10, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        if (predicted.Count == 0) throw new DataRefused(DataFault.Empty, "There is no prediction.");
        if (predicted.Count != outcomes.Count) throw new DataRefused(DataFault.BadSpecification, $"{predicted.Count} predictions need {predicted.Count} outcomes, not {outcomes.Count}.");
        if (predicted.Any(p => p is not (>= 0 and <= 1))) throw new DataRefused(DataFault.OutOfRange, "A predicted share lies between 0 and 1.");
        double[] y = [.. outcomes.Select(o => o ? 1.0 : 0)], log = [.. predicted.Select(p => Math.Clamp(p, Edge, 1 - Edge)).Select(p => Math.Log(p / (1 - p)))];
        var brier = predicted.Zip(y, (p, o) => (p - o) * (p - o)).Average();
        var (whole, sloped) = (Line(log, y, false), Line(log, y, true));
        Estimate Read((double Value, double Error)? line) => line is var (value, error) ? Estimate.Of(value, error, null, y.Length, confidence: confidence) : Estimate.Withhold(Withholding.NotIdentified, y.Length);
        return new(Binned(predicted, outcomes, bins, confidence), Read(whole), Read(sloped), brier);
    }

    static CalibrationBin[] Binned(IReadOnlyList<double> predicted, IReadOnlyList<bool> outcomes, int bins, double confidence)
    {
        var order = Enumerable.Range(0, predicted.Count).OrderBy(i => predicted[i]).ToArray();
        var members = Enumerable.Range(0, bins).Select(_ => new List<int>()).ToArray();
        for (var at = 0; at < order.Length;)
        {
            var end = at;
            while (end < order.Length && predicted[order[end]] == predicted[order[at]]) end++;
            // Equal predictions stay together, in the bin of their middle.
            members[(int)((at + end - 1) / 2.0 / order.Length * bins)].AddRange(order[at..end]);
            at = end;
        }
        return [.. members.Where(m => m.Count > 0).Select(m => new CalibrationBin(m.Min(i => predicted[i]), m.Max(i => predicted[i]), m.Average(i => predicted[i]), Wilson.Share(m.Count(i => outcomes[i]), m.Count, confidence)))];
    }

    // The intercept beside a slope of 1, or the slope beside a free intercept.
    static (double Value, double Error)? Line(double[] log, double[] y, bool sloped)
    {
        var size = sloped ? 2 : 1;
        if (y.Min() == y.Max() || (sloped && log.Min() == log.Max())) return null;
        var ascent = NewtonAscent.Run(sloped ? [0, 1] : [0], (at, gradient, information) =>
        {
            var value = 0.0;
            gradient.Clear();
            information.Clear();
            for (var i = 0; i < y.Length; i++)
            {
                var eta = at[0] + (sloped ? at[1] : 1) * log[i];
                var small = Math.Exp(-Math.Abs(eta));
                var (residual, weight) = (y[i] - (eta >= 0 ? 1 : small) / (1 + small), small / ((1 + small) * (1 + small)));
                value += (y[i] - 1) * Math.Max(eta, 0) + y[i] * Math.Min(eta, 0) - Math.Log(1 + small);
                gradient[0] += residual;
                information[0] += weight;
                if (!sloped) continue;
                gradient[1] += residual * log[i];
                information[1] += weight * log[i];
                information[3] += weight * log[i] * log[i];
            }
            if (sloped) information[2] = information[1];
            return value;
        });
        return ascent.Converged && SymmetricFactor.Of(ascent.Information, size)?.Inverse() is { } inverse ? (ascent.At[^1], Math.Sqrt(inverse[^1])) : null;
    }
}

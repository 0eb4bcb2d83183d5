namespace Regard.Statistics;

/// <summary>Whether one model tells better than another, on the same customers.</summary>
/// <param name="First">Area of the first.</param>
/// <param name="Second">Area of the second.</param>
/// <param name="Difference">First less second, normal interval.</param>
/// <param name="Test">Of no difference.</param>
/// <remarks>DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845.</remarks>
public sealed record AucComparison(Estimate First, Estimate Second, Estimate Difference, StudentTest Test)
{
    /// <summary>Compares two models' scores.</summary>
    /// <param name="first">Scores of the one.</param>
    /// <param name="second">Scores of the other, row by row.</param>
    /// <param name="outcomes">True for those who did.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">As <see cref="RocCurve.Of"/>.</exception>
    public static AucComparison Of(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<bool> outcomes, double confidence = 0.95)
    {
        var (one, other) = (RocCurve.Of(first, outcomes, confidence), RocCurve.Of(second, outcomes, confidence));
        double[] above = [.. one.Above.Zip(other.Above, (a, b) => a - b)], below = [.. one.Below.Zip(other.Below, (a, b) => a - b)];
        var error = Math.Sqrt(RocCurve.Variance(above, above) / one.Positives + RocCurve.Variance(below, below) / one.Negatives);
        var difference = Estimate.Of(one.Auc.Value!.Value - other.Auc.Value!.Value, error, null, outcomes.Count, confidence: confidence);
        return new(one.Auc, other.Auc, difference, StudentTest.Of(difference));
    }
}

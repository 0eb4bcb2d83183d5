namespace Regard.Statistics;

/// <summary>Predicted shares held to what came.</summary>
/// <param name="N">Rows.</param>
/// <param name="Positives">Rows that did.</param>
/// <param name="Roc">How well they are told apart.</param>
/// <param name="Calibration">Whether the shares are right.</param>
/// <param name="TopDecile">Share that did among the tenth of highest risk, Wilson's interval.</param>
/// <param name="TopDecileLift">That share over the share of all; interval with the share of all taken as known.</param>
public sealed record ModelEvaluation(int N, int Positives, RocCurve Roc, Calibration Calibration, Estimate TopDecile, Estimate TopDecileLift)
{
    /// <summary>Evaluates predictions.</summary>
    /// <param name="predicted">0 to 1 each.</param>
    /// <param name="outcomes">True for those who did.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">As <see cref="RocCurve.Of"/> and <see cref="Statistics.Calibration.Of"/>.</exception>
    public static ModelEvaluation Of(IReadOnlyList<double> predicted, IReadOnlyList<bool> outcomes, double confidence = 0.95)
    {
        var (roc, calibration) = (RocCurve.Of(predicted, outcomes, confidence), Calibration.Of(predicted, outcomes, 10, confidence));
        var size = Math.Max(1, predicted.Count / 10);
        // Rows level with the last of the tenth count by their part of it.
        var edge = predicted.OrderDescending().ElementAt(size - 1);
        int above = 0, did = 0, level = 0, levelDid = 0;
        for (var i = 0; i < predicted.Count; i++)
        {
            if (predicted[i] > edge) (above, did) = (above + 1, did + (outcomes[i] ? 1 : 0));
            else if (predicted[i] == edge) (level, levelDid) = (level + 1, levelDid + (outcomes[i] ? 1 : 0));
        }
        var share = (did + (double)(size - above) * levelDid / level) / size;
        var top = Wilson.Share(share, Math.Sqrt(share * (1 - share) / size), size, size, confidence);
        return new(predicted.Count, roc.Positives, roc, calibration, top, top.Rescaled((double)predicted.Count / roc.Positives));
    }
}

namespace Regard.Statistics;

/// <summary>Area under a survival curve up to a time.</summary>
static class RestrictedMeanTime
{
    public static Estimate Of(KaplanMeier curve, double until)
    {
        if (!(until > 0 && double.IsFinite(until))) throw new ArgumentOutOfRangeException(nameof(until), until, "A time over 0.");
        if (curve.N < 2) return Estimate.Withhold(Withholding.TooFew, curve.N);
        var (points, last) = (curve.Points, curve.Points[^1]);
        if (until > last.Time && last.Survival > 0) return Estimate.Withhold(Withholding.NotIdentified, curve.N);
        // Area right of each time, from the end.
        var right = new double[points.Count];
        var (area, end) = (0.0, until);
        for (var k = points.Count - 1; k >= 0; k--)
        {
            if (points[k].Time < until)
            {
                area += points[k].Survival * (end - points[k].Time);
                end = points[k].Time;
            }
            right[k] = points[k].Time < until ? area : 0;
        }
        area += end;
        var variance = curve.Rows.Weighted ? JackknifeVariance.OfArea(curve.Rows, curve.Risk, k => right[k]) : Greenwood(curve.Risk, right);
        return Estimate.Of(area, Math.Sqrt(variance), null, curve.N, confidence: curve.Confidence);
    }

    static double Greenwood(RiskTable risk, double[] right)
    {
        var sum = 0.0;
        for (var k = 0; k < right.Length; k++)
            if (risk.AtRisk[k] > risk.Events[k]) sum += right[k] * right[k] * risk.Events[k] / (risk.AtRisk[k] * (risk.AtRisk[k] - risk.Events[k]));
        return sum;
    }
}

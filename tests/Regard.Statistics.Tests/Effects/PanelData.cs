namespace Regard.Statistics.Tests.Effects;

/// <summary>Fourteen units over six periods, five of them treated from the fourth; two means are missing.</summary>
static class PanelData
{
    public static readonly PanelColumns Columns = new("unit", "period", "score", "treated", 4);

    static readonly int[] Missing = [7 * 10 + 2, 3 * 10 + 6];

    static readonly double[] Scores = [
        64.1, 66.3, 65.8, 66, 71.3, 70.7, 79.1, 79.6, 81, 82.9, 83.5, 81.7, 66.9, 67.5, 63.6, 66.6, 69.3, 75.2, 73.6, 74.6, 76.9, 73.4, 71.8, 75.5, 79.1, 82.9, 81.6, 83.5, 87.8,
        66.5, 68.9, 66.4, 67.7, 67.6, 69.3, 70.9, 70.8, 68, 69.4, 68.2, 68.7, 67.4, 67.9, 68.9, 66.5, 70.9, 67.8, 70.4, 68.3, 69.5, 66.4, 70.4, 68.6, 70.9, 71.5, 71.8, 73.4, 73.2,
        77.3, 76.6, 79.2, 77.9, 78.5, 77.4, 67.4, 63.3, 69.2, 67.6, 69.4, 67, 69.8, 64.5, 65.6, 65.2, 68.5, 64.9, 70.7, 71.8, 72.4, 71.6, 70.5, 70.5];

    public static Observations Rows(bool several = false)
    {
        List<(double Unit, double Period, double Score)> rows = [];
        var at = 0;
        for (var unit = 1; unit <= 14; unit++)
            for (var period = 1; period <= 6; period++)
                if (!Missing.Contains(10 * unit + period)) rows.Add((unit, period, Scores[at++]));
        // One, two or three respondents a mean, who differ.
        if (several)
            rows = [.. rows.SelectMany((r, i) => Enumerable.Repeat(r, 1 + (i + 1) % 3)).Select((r, i) => r with { Score = r.Score + (i + 1) % 4 })];
        return Observations.Of(["unit", "period", "score", "treated"], [
            [.. rows.Select(r => r.Unit)], [.. rows.Select(r => r.Period)], [.. rows.Select(r => r.Score)], [.. rows.Select(r => r.Unit <= 5 ? 1.0 : 0)]]);
    }
}

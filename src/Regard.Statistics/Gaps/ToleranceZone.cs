namespace Regard.Statistics;

/// <summary>Zone of tolerance: from the adequate to the desired level, and where perception lies in it. Levels in score points, 0 to 100.</summary>
/// <param name="Adequacy">Perceived less adequate: under 0 is not acceptable.</param>
/// <param name="AdequacyTest">Of none, Student's paired t.</param>
/// <param name="Superiority">Perceived less desired: over 0 exceeds hopes.</param>
/// <param name="SuperiorityTest">Of none.</param>
/// <param name="Width">Desired less adequate.</param>
/// <param name="Position">Adequacy over width, of means: 0 at the adequate, 1 at the desired level; withheld when the width's interval reaches 0.</param>
/// <param name="Below">Share of respondents below their adequate level, 0 to 1, Wilson interval.</param>
/// <param name="Within">Share within their zone, bounds included.</param>
/// <param name="Above">Share above their desired level.</param>
/// <param name="Contradictory">Respondents whose desired level is below their adequate one; they count as below, within or above by the adequate level first.</param>
/// <remarks>Zeithaml, Berry and Parasuraman (1993), Journal of the Academy of Marketing Science 21, 1-12.</remarks>
public sealed record ToleranceZone(
    Estimate Adequacy, StudentTest AdequacyTest, Estimate Superiority, StudentTest SuperiorityTest, Estimate Width, Estimate Position,
    Estimate Below, Estimate Within, Estimate Above, long Contradictory)
{
    /// <summary>Computes the zone.</summary>
    /// <param name="data">Complete in the columns used.</param>
    /// <param name="questions">Which columns ask what.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A value is missing or off the scale, or there is a single row.</exception>
    public static ToleranceZone Fit(Observations data, ToleranceQuestions questions, double confidence = 0.95)
    {
        string[] columns = [questions.Adequate, questions.Desired, questions.Perceived];
        var rows = WeightedRows.Of(data.Select([.. columns, .. questions.Weight is { } w ? [w] : Array.Empty<string>()]), questions.Weight);
        if (rows.N < 2) throw new DataRefused(DataFault.TooFewRows, $"{rows.N} complete rows are too few: at least 2 are needed.");
        var levels = columns.Select(c => ScoreColumn.Of(rows.Columns, c, questions.From, questions.To)).ToArray();
        var (adequate, desired, perceived) = (levels[0], levels[1], levels[2]);
        double?[] Flag(Func<int, bool> holds) => [.. Enumerable.Range(0, rows.N).Select(i => holds(i) ? 1.0 : (double?)0)];
        bool Below(int i) => perceived[i] < adequate[i];
        bool Above(int i) => !Below(i) && perceived[i] > desired[i];
        var means = DesignMeans.Of([.. levels, Flag(Below), Flag(i => !Below(i) && !Above(i)), Flag(Above)], rows.Weights);
        Estimate Share(int slot)
        {
            var mean = means.Mean(slot, confidence);
            // Wilson takes the error without the factor n / (n - 1).
            return Wilson.Share(Math.Clamp(mean.Value!.Value, 0, 1), mean.StandardError!.Value * Math.Sqrt((rows.N - 1.0) / rows.N), rows.N, rows.EffectiveN, confidence);
        }
        var (adequacy, superiority) = (means.Difference([2], [0], confidence), means.Difference([2], [1], confidence));
        return new(
            adequacy, StudentTest.Of(adequacy), superiority, StudentTest.Of(superiority), means.Difference([1], [0], confidence),
            means.Ratio([-1, 0, 1, 0, 0, 0], [-1, 1, 0, 0, 0, 0], confidence), Share(3), Share(4), Share(5), Enumerable.Range(0, rows.N).Count(i => desired[i] < adequate[i]));
    }
}

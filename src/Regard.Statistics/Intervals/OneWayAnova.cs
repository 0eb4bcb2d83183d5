namespace Regard.Statistics;

/// <summary>Whether any of several independent means differs, and which, where all groups may be taken to vary alike. Unequal spreads: <see cref="WaveTests.Means"/>.</summary>
/// <param name="F">Mean square between groups over that within.</param>
/// <param name="BetweenFreedom">Groups less one.</param>
/// <param name="WithinFreedom">Answers less groups.</param>
/// <param name="BetweenSquares">Sum of squares between groups.</param>
/// <param name="WithinSquares">Sum of squares within groups.</param>
/// <param name="PValue">Of F, 0 to 1.</param>
/// <param name="EtaSquared">Share of the variance that lies between groups, 0 to 1.</param>
/// <param name="Pairs">Each later group against each earlier one.</param>
/// <remarks>Fisher (1925), Statistical Methods for Research Workers, ch. 7; pairs by Tukey (1953) and Kramer (1956). Of two groups the pair is Student's t test.</remarks>
public sealed record OneWayAnova(
    double F, double BetweenFreedom, double WithinFreedom, double BetweenSquares, double WithinSquares, double PValue, double EtaSquared, IReadOnlyList<OneWayAnova.Pair> Pairs)
{
    /// <summary>Two groups.</summary>
    /// <param name="First">Number of the later group in the list given, from 0.</param>
    /// <param name="Second">Number of the earlier one.</param>
    /// <param name="Difference">First less second; all intervals together hold all true differences as often as said.</param>
    /// <param name="PValue">Adjusted for all pairs, 0 to 1.</param>
    public sealed record Pair(int First, int Second, Estimate Difference, double PValue);

    /// <summary>Compares the means of groups that share no respondent.</summary>
    /// <param name="groups">Two or more means with their errors; withheld ones are left out. Under weights each counts with its effective n.</param>
    /// <param name="confidence">Of all pairs together, between 0 and 1, e.g. 0.95.</param>
    /// <returns>Null when fewer than two groups are left or no group varies.</returns>
    public static OneWayAnova? Of(IReadOnlyList<Estimate> groups, double confidence = 0.95)
    {
        int[] given = [.. Enumerable.Range(0, groups.Count).Where(i => !groups[i].Withheld)];
        double N(int i) => groups[i].EffectiveN;
        double Mean(int i) => groups[i].Value!.Value;
        if (given.Length < 2) return null;
        var (n, k) = (given.Sum(N), given.Length);
        var centre = given.Sum(i => N(i) * Mean(i)) / n;
        var between = given.Sum(i => N(i) * Math.Pow(Mean(i) - centre, 2));
        // The error of a mean is the root of squares over n (n - 1).
        var within = given.Sum(i => N(i) * (N(i) - 1) * Math.Pow(groups[i].StandardError!.Value, 2));
        var freedom = n - k;
        if (!(within > 0) || freedom < 1) return null;
        var variance = within / freedom;
        var f = between / (k - 1) / variance;
        var reach = StudentizedRange.Quantile(confidence, k, freedom);
        Pair Compared(int first, int second)
        {
            var (value, error) = (Mean(first) - Mean(second), Math.Sqrt(variance * (1 / N(first) + 1 / N(second))));
            var half = reach / Math.Sqrt(2) * error;
            var difference = Estimate.Between(value, error, value - half, value + half, Math.Min(groups[first].N, groups[second].N), Math.Min(N(first), N(second)), confidence);
            return new(first, second, difference, StudentizedRange.Tail(Math.Abs(value) / error * Math.Sqrt(2), k, freedom));
        }
        return new(
            f, k - 1, freedom, between, within, Tail.Fisher(f, k - 1, freedom), between / (between + within),
            [.. from second in given from first in given where first > second select Compared(first, second)]);
    }
}

namespace Regard.Statistics.Tests.Simulation;

public sealed class ExpectationSimulationTests
{
    // Answers on 0 to 100: means 70 and 75 expected, 60 and 62 perceived, importances 3 and 1 that move against each other.
    static Observations Answers(ref DrawStream chance, int n, double perceived = 60)
    {
        var columns = Enumerable.Range(0, 6).Select(_ => new double[n]).ToArray();
        for (var i = 0; i < n; i++)
        {
            var mood = chance.Normal();
            (columns[0][i], columns[1][i]) = (70 + 4 * mood + 3 * chance.Normal(), 75 + 4 * mood + 3 * chance.Normal());
            (columns[2][i], columns[3][i]) = (perceived + 4 * mood + 4 * chance.Normal(), 62 + 4 * mood + 4 * chance.Normal());
            columns[4][i] = 0.6 + 0.3 * chance.Uniform();
            columns[5][i] = 1 - columns[4][i];
        }
        return Observations.Of(["e1", "e2", "p1", "p2", "w1", "w2"], columns);
    }

    [Fact]
    public void Gaps_values_and_zones() => Worlds.Run(2000, 51, (_, chance, seen) =>
    {
        var data = Answers(ref chance, 50);
        var asked = new GapQuestions(["e1", "e2"], ["p1", "p2"], 0, 100);
        var gaps = GapAnalysis.Fit(data, asked);
        seen.Interval("gap of an item", gaps.Items[0].Difference, -10);
        seen.Interval("ratio of an item", gaps.Items[0].Ratio, 60 / 70.0);
        seen.Interval("gap overall", gaps.Overall.Difference, -11.5);
        seen.Interval("gap by importance", GapAnalysis.Fit(data, asked with { Importance = ["w1", "w2"] }).Overall.Difference, -10 * 0.75 - 13 * 0.25);
        var value = DeliveredValue.Fit(data, new([("e1", 3), ("e2", 1)], [("p1", 1), ("p2", 1)], 0, 100));
        seen.Interval("value, difference", value.Difference, 71.25 - 61);
        seen.Interval("value, ratio", value.Ratio, 71.25 / 61);
        var zone = ToleranceZone.Fit(data, new("p1", "e2", "p2", 0, 100));
        seen.Interval("adequacy", zone.Adequacy, 2);
        seen.Interval("superiority", zone.Superiority, -13);
        seen.Interval("width", zone.Width, 15);
        seen.Interval("position in the zone", zone.Position, 2 / 15.0);
        seen.Interval("share below", zone.Below, MathNet.Numerics.Distributions.Normal.CDF(0, Math.Sqrt(32), -2));
        var even = Answers(ref chance, 50, 70);
        seen.Test("no gap", StudentTest.Of(GapAnalysis.Fit(even, new(["e1"], ["p1"], 0, 100)).Overall.Difference).PValue);
        seen.Test("no value", DeliveredValue.Fit(even, new([("e1", 1)], [("p1", 1)], 0, 100)).Test.PValue);
        seen.Test("adequate", ToleranceZone.Fit(even, new("p1", "e2", "e1", 0, 100)).AdequacyTest.PValue);
    }).Keep();

    [Fact]
    public void Points_of_a_response_surface() => Worlds.Run(3000, 52, (_, chance, seen) =>
    {
        var (e, p, s) = (new double[80], new double[80], new double[80]);
        for (var i = 0; i < 80; i++)
        {
            e[i] = 6 + chance.Normal();
            p[i] = 5 + 0.4 * (e[i] - 6) + chance.Normal();
            s[i] = Height(e[i] - 5, p[i] - 5) + chance.Normal();
        }
        var surface = ResponseSurface.Fit(Observations.Of(["S", "E", "P"], [s, e, p]), "S", "E", "P", 5);
        seen.Interval("congruence, slope", surface.CongruenceSlope, 0.5);
        seen.Interval("congruence, curvature", surface.CongruenceCurvature, -0.05);
        seen.Interval("incongruence, slope", surface.IncongruenceSlope, 1.1);
        seen.Interval("incongruence, curvature", surface.IncongruenceCurvature, -0.45);
        seen.Interval("a point", surface.At(7, 6), Height(2, 1));
    }).Keep();

    static double Height(double e, double p) => 6 + 0.8 * p - 0.3 * e - 0.1 * p * p + 0.2 * p * e - 0.15 * e * e;

    [Fact]
    public void Better_worse_penalty_reward_and_the_importance_performance_map() => Worlds.Run(1500, 53, (w, chance, seen) =>
    {
        // Answers to the pair by kind: 30 % attractive, 20 one-dimensional, 25 must-be, 25 indifferent.
        (double, double)[] kinds = [(1, 3), (1, 5), (3, 5), (3, 3)];
        double[] upTo = [0.3, 0.5, 0.75, 1];
        var pairs = Enumerable.Range(0, 80).Select(_ => kinds[Array.FindIndex(upTo, chance.Uniform() is var u ? t => u < t : t => true)]).ToArray();
        var kano = KanoAnalysis.Fit(new(Observations.Of(["f", "d"], [[.. pairs.Select(p => p.Item1)], [.. pairs.Select(p => p.Item2)]]), [.. pairs.Select(_ => "F")], "f", "d"), new() { Resamples = 100 }).Features[0];
        seen.Interval("better", kano.Better, 0.5);
        seen.Interval("worse", kano.Worse.Rescaled(Math.Sign(kano.Worse.Value!.Value)), 0.45);

        // Low answers take 6, high ones add 2; the second attribute does 3 either way.
        double[] x = [.. Enumerable.Range(0, 120).Select(_ => 1.0 + chance.Below(5))], z = [.. x.Select(v => Math.Clamp(v + chance.Below(5) - 2, 1, 5))];
        double Part(double v, double low, double high) => v <= 2 ? -low : v >= 4 ? high : 0;
        double[] y = [.. x.Zip(z, (a, b) => 60 + Part(a, 6, 2) + Part(b, 3, 3) + 8 * chance.Normal())];
        var data = Observations.Of(["Y", "x", "z"], [y, x, z]);
        var contrast = PenaltyReward.Fit(data, "Y", ["x", "z"], new(2, 4)).Attributes;
        seen.Interval("penalty", contrast[0].Penalty.Rescaled(Math.Sign(contrast[0].Penalty.Value!.Value)), 6);
        seen.Interval("reward", contrast[0].Reward, 2);
        seen.Interval("range", contrast[0].Range, 8);
        seen.Test("asymmetry", contrast[1].AsymmetryTest.PValue);
        var map = DriverAnalysis.Fit(data, "Y", ["x", "z"], new() { Resamples = 40, Draws = Draws.Seeded(w), Threads = 1 }).Map;
        seen.Interval("performance", map!.Attributes[0].Performance, 3);
    }).Keep();
}

using Regard.Statistics.Tests.Contract;
using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Gaps;

public sealed class ResponseSurfaceTests
{
    internal static Observations Sample(int rows, long seed, Func<double, double, double> satisfaction, double noise)
    {
        var stream = Draws.Seeded(seed).Of(0);
        double[] e = new double[rows], p = new double[rows], s = new double[rows];
        for (var i = 0; i < rows; i++)
        {
            e[i] = 6 + stream.Normal();
            p[i] = 5 + 0.4 * (e[i] - 6) + stream.Normal();
            s[i] = satisfaction(e[i] - 5, p[i] - 5) + noise * stream.Normal();
        }
        return Observations.Of(["S", "E", "P"], [s, e, p]);
    }

    [Fact]
    public void A_surface_without_noise_is_found_again()
    {
        var surface = ResponseSurface.Fit(Sample(50, 1, (e, p) => 6 + 0.8 * p - 0.3 * e - 0.1 * p * p + 0.2 * p * e - 0.15 * e * e, 0), "S", "E", "P", 5);
        Assert.Equal([6, 0.8, -0.3, -0.1, 0.2, -0.15], surface.Regression.Coefficients.Prepend(surface.Regression.Intercept).Select(c => Math.Round(c.Slope.Value!.Value, 10)));
        Assert.Equal(0.5, surface.CongruenceSlope.Value!.Value, 1e-10);
        Assert.Equal(-0.05, surface.CongruenceCurvature.Value!.Value, 1e-10);
        Assert.Equal(1.1, surface.IncongruenceSlope.Value!.Value, 1e-10);
        Assert.Equal(-0.45, surface.IncongruenceCurvature.Value!.Value, 1e-10);
        Assert.Equal(6 + 0.8 - 0.6 - 0.1 + 0.4 - 0.6, surface.At(7, 6).Value!.Value, 1e-10);
    }

    [Fact]
    public void Intervals_hold_the_truth_and_tests_of_a_plane_find_curvature_in_one_of_twenty()
    {
        const int worlds = 4000;
        int slope = 0, curvature = 0, plane = 0;
        Parallel.For(0, worlds, w =>
        {
            var surface = ResponseSurface.Fit(Sample(80, 100 + w, (e, p) => 5 + 0.7 * p - 0.2 * e, 1), "S", "E", "P", 5);
            if (surface.IncongruenceSlope.Lower <= 0.9 && 0.9 <= surface.IncongruenceSlope.Upper) Interlocked.Increment(ref slope);
            if (StudentTest.Of(surface.IncongruenceCurvature).PValue < 0.05) Interlocked.Increment(ref curvature);
            if (surface.PlanePValue < 0.05) Interlocked.Increment(ref plane);
        });
        Seen.InRange(slope / (double)worlds, 0.93, 0.97);
        Seen.InRange(curvature / (double)worlds, 0.04, 0.06);
        Seen.InRange(plane / (double)worlds, 0.04, 0.06);
    }

    [Fact]
    public void Perception_that_follows_from_expectation_has_no_surface()
    {
        var data = Sample(30, 3, (e, p) => p, 1);
        var same = Observations.Of(["S", "E", "P"], [data["S"].ToArray(), data["E"].ToArray(), data["E"].ToArray()]);
        Assert.Equal("E follows exactly from P: leave one of them out.", Assert.Throws<DataRefused>(() => ResponseSurface.Fit(same, "S", "E", "P", 5)).Message);
    }
}

public sealed class ResponseSurfaceContract : EstimatorContract
{
    private protected override Observations Data { get; } = ResponseSurfaceTests.Sample(60, 4, (e, p) => p - 0.2 * e * e, 1);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        var s = ResponseSurface.Fit(data, "S", "E", "P", 5);
        return [s.CongruenceSlope.Value, s.CongruenceCurvature.Lower, s.IncongruenceSlope.Upper, s.IncongruenceCurvature.StandardError, s.PlanePValue, s.At(6, 6).Value];
    }
}

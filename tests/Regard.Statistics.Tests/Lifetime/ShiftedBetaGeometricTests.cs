namespace Regard.Statistics.Tests.Lifetime;

/// <summary>Published: Fader and Hardie (2007), table 1 (shares of 1,000 still active after 0 to 7 years) and section 3 (parameters and log-likelihoods).</summary>
public class ShiftedBetaGeometricTests
{
    static readonly double[] Regular = [1000, 631, 468, 382, 326, 289, 262, 241], HighEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

    static ContractTenure[] Tenures(double[] active) =>
        [.. Enumerable.Range(1, active.Length - 1).Select(t => new ContractTenure(t, false, active[t - 1] - active[t])), new(active.Length - 1, true, active[^1])];

    [Fact]
    public void The_published_parameters_are_found()
    {
        var (regular, high) = (ShiftedBetaGeometric.Fit(Tenures(Regular)), ShiftedBetaGeometric.Fit(Tenures(HighEnd)));
        Assert.True(regular.Likelihood.Converged && high.Likelihood.Converged);
        Assert.Equal((0.704, 1.182), (Math.Round(regular.Model!.A, 3), Math.Round(regular.Model.B, 3)));
        Assert.Equal((0.668, 3.806), (Math.Round(high.Model!.A, 3), Math.Round(high.Model.B, 3)));
        Assert.Equal(1000, regular.Likelihood.N);
        Reference.Close(regular.Likelihood.LogLikelihood!.Value, regular.Model.LogLikelihood(Tenures(Regular)), 1e-14);
    }

    [Fact]
    public void At_the_optimum_every_step_to_the_side_is_down_and_the_errors_are_those_of_the_curvature()
    {
        var fit = ShiftedBetaGeometric.Fit(Tenures(Regular));
        var (a, b) = (fit.Model!.A, fit.Model.B);
        double At(double x, double y) => new ShiftedBetaGeometric(x, y).LogLikelihood(Tenures(Regular));
        const double H = 1e-3;
        double aa = (At(a + H, b) - 2 * At(a, b) + At(a - H, b)) / (H * H), bb = (At(a, b + H) - 2 * At(a, b) + At(a, b - H)) / (H * H);
        var ab = (At(a + H, b + H) - At(a + H, b - H) - At(a - H, b + H) + At(a - H, b - H)) / (4 * H * H);
        Assert.Equal(Math.Sqrt(-bb / (aa * bb - ab * ab)), fit.Likelihood["a"].StandardError!.Value, 1e-5);
        Assert.Equal(Math.Sqrt(-aa / (aa * bb - ab * ab)), fit.Likelihood["b"].StandardError!.Value, 1e-5);
    }

    [Fact]
    public void Survival_is_the_product_of_retentions_and_lifetimes_are_its_discounted_sums()
    {
        var model = new ShiftedBetaGeometric(0.764, 1.296);
        double survival = 1, sum = 0, residual = 0;
        for (var t = 0; t < 2000; t++)
        {
            Reference.Close(survival, model.Survival(t), 1e-12);
            sum += survival * Math.Pow(1.1, -t);
            if (t >= 4) residual += survival / model.Survival(3) * Math.Pow(1.1, 4 - t);
            survival *= model.Retention(t + 1);
        }
        Reference.Close(sum, model.DiscountedLifetime(0.1), 1e-12);
        Reference.Close(residual, model.DiscountedResidualLifetime(3, 0.1), 1e-12);
        Reference.Close((2.5 + 3 - 1) / 1.5, new ShiftedBetaGeometric(2.5, 3).DiscountedLifetime(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedLifetime(0));
    }

    [Fact]
    public void What_cannot_be_estimated_says_why()
    {
        Assert.Equal(LifetimeReason.NoChurnOrNoStay, ShiftedBetaGeometric.Fit([new(5, true, 100)]).Likelihood.Reason);
        Assert.Equal(LifetimeReason.NoChurnOrNoStay, ShiftedBetaGeometric.Fit([new(1, false, 100)]).Likelihood.Reason);
        // The same share leaves each time: the spread of the chances runs to 0.
        Assert.Equal(LifetimeReason.EqualDropOut, ShiftedBetaGeometric.Fit(Tenures([1024, 512, 256, 128, 64, 32])).Likelihood.Reason);
        Assert.Throws<DataRefused>(() => ShiftedBetaGeometric.Fit([new(0, false)]));
        Assert.Throws<DataRefused>(() => ShiftedBetaGeometric.Fit([]));
    }
}

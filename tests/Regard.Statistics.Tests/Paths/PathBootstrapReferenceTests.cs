using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Paths;

/// <summary>
/// The 500 given resamples: plspm 0.5.1 on each (R 4.2.2). Jackknife: cSEM 0.6.1. Monte Carlo: seminr 2.3.4, 10,000 resamples of its own.
/// </summary>
public sealed class PathBootstrapReferenceTests
{
    static readonly string[] sets = ["paths", "weights", "loadings", "r2"];

    [Fact]
    public void Given_resamples_give_the_errors_and_bounds_of_the_reference()
    {
        var reference = new PathReference("pls_mobi_path.json");
        var expected = Reference.Results("pls_mobi_path_bootstrap_fixed.json");
        var boot = Given(reference);
        Assert.Equal((500, 0), (boot.Resamples, boot.Failed));
        foreach (var set in sets)
            foreach (var (name, interval) in Intervals(boot, set)) Same(expected[set]!, name, interval);
        var (_, effect) = Intervals(boot, "total_effects").Single(e => e.Name == "Image->Loyalty");
        var total = expected["total_effect_Image_Loyalty"]!;
        Reference.Close(total["se"]!["te.Image.Loyalty"].Number(), effect.StandardError);
        Reference.Close(total["ci_lower_2.5_type7"]!["te.Image.Loyalty"].Number(), effect.Percentile!.Value.Lower);
    }

    static void Same(JsonNode expected, string name, PathInterval interval)
    {
        Reference.Close(expected["se"]![name].Number(), interval.StandardError);
        Reference.Close(expected["ci_lower_2.5_type7"]![name].Number(), interval.Percentile!.Value.Lower);
        Reference.Close(expected["ci_upper_97.5_type7"]![name].Number(), interval.Percentile!.Value.Upper);
    }

    [Fact]
    public void Leaving_out_each_row_gives_the_errors_of_the_reference()
    {
        var reference = new PathReference("pls_mobi_path.json");
        var expected = Reference.Results("pls_mobi_path_jackknife.json");
        var jackknife = PathJackknife.Of(reference.Model, reference.Answers);
        for (var i = 0; i < reference.Model.Paths.Count; i++)
        {
            var name = $"{reference.Model.Paths[i].From}->{reference.Model.Paths[i].To}";
            Reference.Close(expected["se"]![name].Number(), jackknife.PathError(i));
            Reference.Close(expected["mean"]![name].Number(), jackknife.Path(i).Average());
        }
    }

    [Fact]
    public void Resamples_of_our_own_agree_within_chance()
    {
        var reference = new PathReference("pls_mobi_path.json");
        var expected = Reference.Results("pls_mobi_path_bootstrap_mc.json");
        var boot = PathBootstrap.Run(reference.Model, reference.Answers, Draws.Seeded(1), 10_000);
        Assert.Equal(10_000, boot.Resamples);
        foreach (var (name, interval) in Intervals(boot, "paths")) Within(0.04, expected["paths"]!["se"]![name], interval);
        foreach (var (name, interval) in Intervals(boot, "weights")) Within(0.06, expected["weights"]!["se"]![name], interval);
        foreach (var (name, interval) in Intervals(boot, "loadings")) Within(0.06, expected["loadings"]!["se"]![name], interval);
    }

    static void Within(double share, JsonNode? expected, PathInterval interval)
    {
        var se = expected.Number();
        Assert.InRange(interval.StandardError!.Value, (1 - share) * se - 1e-12, (1 + share) * se + 1e-12);
    }

    static PathBootstrap Given(PathReference reference)
    {
        var fit = Pls.Fit(reference.Model, reference.Answers);
        var source = PathBootstrap.Source(reference.Model, reference.Answers, null, MissingAnswers.Casewise, Draws.Seeded(0), null);
        var resampler = new PathResampler(fit, source);
        var rows = Reference.Data("mobi_boot_indices_500.csv").Rows;
        var (count, settled) = (new PathStatistics(fit.Plan).Count, new bool[rows.Count]);
        var drawn = new double[rows.Count * count];
        for (var b = 0; b < rows.Count; b++)
            settled[b] = resampler.Draw([.. rows[b].Select(r => int.Parse(r) - 1)], drawn.AsSpan(b * count, count));
        return new(fit, source, new(count, drawn, settled), expanded: false);
    }

    static IEnumerable<(string Name, PathInterval Interval)> Intervals(PathBootstrap boot, string set) => set switch
    {
        "paths" => boot.Fit.Paths.Select((p, i) => ($"{p.From}->{p.To}", boot.Path(i))),
        "total_effects" => boot.Fit.Effects.Select((e, i) => ($"{e.From}->{e.To}", boot.Effect(i))),
        "r2" => boot.Fit.Constructs.Select((c, k) => (c.Name, boot.R2(k))).Where(r => r.Item2 is not null).Select(r => (r.Name, r.Item2!)),
        "weights" => boot.Fit.Items.Select((item, i) => (item.Name, boot.Weight(i))),
        _ => boot.Fit.Items.Select((item, i) => (item.Name, boot.Loading(i))),
    };
}

using System.Globalization;
namespace Regard.Cli.Tests.Analyse;

public class EffectTests
{
    static string Write(Func<int, int, double> effect, int periods = 8, int units = 16, Func<int, string>? period = null)
    {
        var chance = Statistics.Draws.Seeded(5).Of(0);
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "panel.csv");
        var lines = from u in Enumerable.Range(0, units)
                    let level = 70 + 4 * chance.Normal()
                    from t in Enumerable.Range(1, periods)
                    select string.Create(CultureInfo.InvariantCulture, $"branch {u},{period?.Invoke(t) ?? t.ToString(CultureInfo.InvariantCulture)},{level + t + 2 * chance.Normal() + effect(u, t):F3},{(u < 8 ? 1 : 0)}");
        File.WriteAllLines(path, ["unit,period,score,treated", .. lines, "branch 1,,,"]);
        return path;
    }

    static string[] Words(string file, string from) => ["analyse", "effect", "--data", file, "--unit", "unit", "--period", "period", "--outcome", "score", "--treated", "treated", "--from", from];

    [Fact]
    public async Task A_lift_of_six_points_is_effective()
    {
        var e = await CommandLine.Json(Words(Write((u, t) => u < 8 && t >= 5 ? 6 : 0), "5"));
        Assert.Equal("effective", e["verdict"]!.GetValue<string>());
        Assert.Equal((129, 128, 16), (e["rows"]!.GetValue<int>(), e["n"]!.GetValue<int>(), e["clusters"]!.GetValue<int>()));
        Assert.InRange(e["effect"]!.GetValue<double>(), 4.5, 7.5);
        foreach (var field in (string[])["se", "lower", "upper", "p", "preTrendP", "wildP", "smallestDetectable"]) Assert.True(double.IsFinite(e[field]!.GetValue<double>()), field);
    }

    [Fact]
    public async Task Named_quarters_are_in_order_and_a_lift_everywhere_is_no_comparison()
    {
        var file = Write((_, t) => t >= 5 ? 6 : 0, units: 8, period: t => $"{2025 + (t - 1) / 4}Q{(t - 1) % 4 + 1}");
        var e = await CommandLine.Json(Words(file, "2026Q1"));
        Assert.Equal(("not testable", "no comparison"), (e["verdict"]!.GetValue<string>(), e["reason"]!.GetValue<string>()));
        await CommandLine.Refused("2030Q1 is not a period", Words(file, "2030Q1"));
    }

    [Fact]
    public async Task A_treatment_that_is_neither_0_nor_1_is_refused()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "panel.csv");
        await File.WriteAllTextAsync(path, "unit,period,score,treated\na,1,3,2\na,2,4,2\nb,1,3,0\nb,2,5,0\n", TestContext.Current.CancellationToken);
        await CommandLine.Refused("treated", Words(path, "2"));
    }
}

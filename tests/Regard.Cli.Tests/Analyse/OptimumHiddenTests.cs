using System.Globalization;
namespace Regard.Cli.Tests.Analyse;

public class OptimumHiddenTests
{
    static string Write(params IEnumerable<string> lines)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    [Fact]
    public async Task The_point_where_a_further_point_no_longer_pays()
    {
        var chance = Statistics.Draws.Seeded(2).Of(0);
        var file = Write(["s,v", .. Enumerable.Range(0, 600).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 10 + 1},{20 * (i % 10 + 1) - Math.Pow(i % 10 + 1, 2) + 5 * chance.Normal():F2}")), "5,"]);
        var found = await CommandLine.Json("analyse", "optimum", "--data", file, "--satisfaction", "s", "--value", "v", "--cost-per-point", "8");
        Assert.True(found["identifiable"]!.GetValue<bool>());
        Assert.InRange(found["optimum"]!.GetValue<double>(), 5.2, 6.8);
        Assert.InRange(6, found["lower"]!.GetValue<double>(), found["upper"]!.GetValue<double>());
        Assert.Equal((601, 600, 10), (found["rows"]!.GetValue<int>(), found["n"]!.GetValue<int>(), found["curve"]!.AsArray().Count));
        var dear = await CommandLine.Json("analyse", "optimum", "--data", file, "--satisfaction", "s", "--value", "v", "--cost-per-point", "50");
        Assert.Null(dear["optimum"]);
        Assert.Equal("even the first point does not bring what it costs", dear["reason"]!.GetValue<string>());
        await CommandLine.Refused("no column x", "analyse", "optimum", "--data", file, "--satisfaction", "x", "--value", "v");
    }

    [Fact]
    public async Task How_many_stand_behind_each_complaint_from_counts_and_from_rows()
    {
        var counted = await CommandLine.Json("analyse", "hidden", "--both", "40", "--survey-only", "160", "--register-only", "60");
        Assert.Equal(201 * 101 / 41.0 - 1, counted["total"]!.GetValue<double>(), 1e-9);
        CommandLine.Close(counted["total"]!.GetValue<double>() / 100, counted["perComplaint"]);
        var file = Write(["p,c,r", .. Enumerable.Repeat("1,1,1", 40), .. Enumerable.Repeat("1,0,0", 160), .. Enumerable.Repeat(",,1", 60), .. Enumerable.Repeat("0,0,0", 10)]);
        var rows = await CommandLine.Json("analyse", "hidden", "--data", file, "--surveyed-problem", "p", "--complained", "c", "--registered", "r");
        foreach (var field in (string[])["total", "se", "lower", "upper", "perComplaint"]) CommandLine.Close(counted[field], rows[field]);
        Assert.Equal(0.8, rows["silentShare"]!["share"]!.GetValue<double>(), 1e-12);
        var three = Write(["p,c,r", .. Enumerable.Repeat("1,1,1", 20), .. Enumerable.Repeat("1,0,0", 90), .. Enumerable.Repeat("0,1,0", 50), .. Enumerable.Repeat("0,0,1", 60), .. Enumerable.Repeat("1,1,0", 30), .. Enumerable.Repeat("1,0,1", 25), .. Enumerable.Repeat("0,1,1", 15)]);
        Assert.Equal(8, (await CommandLine.Json("analyse", "hidden", "--data", three, "--surveyed-problem", "p", "--complained", "c", "--registered", "r"))["models"]!.AsArray().Count);
        await CommandLine.Refused("--survey-only", "analyse", "hidden", "--both", "3");
    }
}

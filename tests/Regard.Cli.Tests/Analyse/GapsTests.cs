using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>Reference: servqual_synthetic.json, R 4.2.2, t.test of P - E; score points are 100 / 6 answers.</summary>
public class GapsTests
{
    [Fact]
    public async Task Gaps_are_those_of_R()
    {
        var file = ReferenceFiles.Find("data", "servqual_synthetic.csv");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", "servqual_synthetic.json"), TestContext.Current.CancellationToken))!["results"]!;
        string[] items = [.. Enumerable.Range(1, 22).Select(i => $"{i:00}")];
        var result = await CommandLine.Json(
            "analyse", "gaps", "--data", file, "--expected", string.Join(",", items.Select(i => "E" + i)), "--perceived", string.Join(",", items.Select(i => "P" + i)), "--scale", "1..7",
            "--dimensions", "4,5,4,4,5", "--importance", "W_tangibles,W_reliability,W_responsiveness,W_assurance,W_empathy");
        foreach (var (item, actual) in items.Zip(result["items"]!.AsArray()))
        {
            Assert.Equal("E" + item, actual!["expected"]!.GetValue<string>());
            CommandLine.Close(expected["item_gap"]![item]!["t"], actual["t"], 1e-12);
            CommandLine.Close(expected["item_gap"]![item]!["mean"], actual["gapAnswer"], 1e-12);
            Assert.Equal(actual["gap"]!.GetValue<double>() * 0.06, actual["gapAnswer"]!.GetValue<double>(), 1e-12);
        }
        foreach (var (dimension, actual) in expected["dimension"]!.AsObject().Zip(result["dimensions"]!.AsArray())) CommandLine.Close(dimension.Value!["t"], actual!["t"], 1e-12);
        CommandLine.Close(expected["weighted_servqual_mean"], result["overall"]!["gapAnswer"], 1e-12);
        CommandLine.Close(expected["unweighted_servqual"], result["unweighted"]!["gapAnswer"], 1e-12);
    }

    [Fact]
    public async Task Satisfaction_is_fitted_as_a_surface_over_both()
    {
        var file = ReferenceFiles.Find("data", "mobi.csv");
        var result = await CommandLine.Json("analyse", "gaps", "--data", file, "--expected", "CUEX1,CUEX2", "--perceived", "PERQ1,PERQ2", "--scale", "1..10", "--satisfaction", "CUSA1");
        Assert.Equal(6, result["surface"]!["terms"]!.AsArray().Count);
        Assert.Equal(["congruenceSlope", "congruenceCurvature", "incongruenceSlope", "incongruenceCurvature"], result["surface"]!["lines"]!.AsArray().Select(l => l!["term"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        await File.WriteAllTextAsync(file, "e,p\n5,3\n4,8\n", TestContext.Current.CancellationToken);
        await CommandLine.Refused("p has the answer 8, off the scale 1 to 7", "analyse", "gaps", "--data", file, "--expected", "e", "--perceived", "p", "--scale", "1..7");
        await CommandLine.Refused("2 expected and 1 perceived", "analyse", "gaps", "--data", file, "--expected", "e,p", "--perceived", "p", "--scale", "1..9");
        await CommandLine.Refused("number of items of each dimension", "analyse", "gaps", "--data", file, "--expected", "e", "--perceived", "p", "--scale", "1..9", "--dimensions", "x");
    }
}

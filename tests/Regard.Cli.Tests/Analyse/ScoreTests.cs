using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>Reference: score_mobi.json, R 4.2.2, t.test on 100 (x - 1) / 9.</summary>
public class ScoreTests
{
    [Fact]
    public async Task The_scores_of_mobi_are_those_of_R()
    {
        var file = ReferenceFiles.Find("data", "mobi.csv");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", "score_mobi.json"), TestContext.Current.CancellationToken))!["results"]!["items"]!.AsArray();
        var scores = await CommandLine.Json("analyse", "score", file, "--items", string.Join(",", expected.Select(i => i!["item"])), "--scale", "1..10");
        Assert.Equal(250, scores["n"]!.GetValue<int>());
        foreach (var (e, a) in expected.Zip(scores["items"]!.AsArray()))
        {
            foreach (var field in (string[])["mean", "score", "se", "lower", "upper"]) CommandLine.Close(e![field], a![field], 1e-12);
            CommandLine.Close(e!["topBox2"], a!["topBox"], 1e-12);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        await File.WriteAllTextAsync(file, "a,b\n1,2\n11,x\n", TestContext.Current.CancellationToken);
        await CommandLine.Refused("no file", "analyse", "score", "nowhere.csv", "--items", "a", "--scale", "1..10");
        await CommandLine.Refused("no column c", "analyse", "score", file, "--items", "c", "--scale", "1..10");
        await CommandLine.Refused("Line 3, a: 11 is off the scale", "analyse", "score", file, "--items", "a", "--scale", "1..10");
        await CommandLine.Refused("Line 3, b: “x” is not a number", "analyse", "score", file, "--items", "b", "--scale", "1..10");
        await CommandLine.Refused("--items", "analyse", "score", file);
    }
}

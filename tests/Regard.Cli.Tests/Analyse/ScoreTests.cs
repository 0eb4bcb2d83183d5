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

    [Fact]
    public async Task A_finite_stratified_cluster_sample_has_the_error_that_survey_gives_it()
    {
        // R 4.2.2, survey 4.1.1: svydesign(ids = ~c, strata = ~h, weights = ~w, fpc = ~N, nest = TRUE); 2026-11-22.
        var file = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        int[] y = [7, 5, 8, 6, 9, 4, 7, 8, 3, 6, 5, 9];
        double[] w = [1, 2, 1, 1, 2, 1, 1.5, 1, 1, 2, 1, 1];
        await File.WriteAllLinesAsync(file, ["y,h,c,w,N", .. y.Select((x, i) => FormattableString.Invariant($"{x},{(i < 6 ? "a" : "b")},{i % 6 / 2},{w[i]},{(i < 6 ? 10 : 6)}"))], TestContext.Current.CancellationToken);
        string[] words = ["analyse", "score", "--data", file, "--items", "y", "--scale", "0..10", "--weight", "w", "--strata", "h", "--cluster", "c"];
        var item = (await CommandLine.Json([.. words, "--population", "N"]))["items"]![0]!;
        Assert.Equal(64.838709677419, item["score"]!.GetValue<double>(), 1e-9);
        Assert.Equal(3.710654387673195, item["se"]!.GetValue<double>(), 1e-12);
        await CommandLine.Refused("in one stratum", [.. words, "--population", "w"]);
    }
}

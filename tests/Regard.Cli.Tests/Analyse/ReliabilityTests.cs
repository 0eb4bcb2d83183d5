using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>Reference: alpha_mobi.json, R 4.2.2, psych 2.2.9 alpha(check.keys = FALSE).</summary>
public class ReliabilityTests
{
    [Fact]
    public async Task Alpha_is_that_of_psych()
    {
        var file = ReferenceFiles.Find("data", "mobi.csv");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", "alpha_mobi.json"), TestContext.Current.CancellationToken))!["results"]!["Quality"]!;
        var result = await CommandLine.Json("analyse", "reliability", "--data", file, "--items", string.Join(",", expected["items"]!.AsArray()));
        CommandLine.Close(expected["raw_alpha"], result["alpha"], 1e-12);
        CommandLine.Close(expected["std_alpha"], result["alphaStandardised"], 1e-12);
        CommandLine.Close(expected["feldt_95"]![0], result["alphaLower"], 1e-12);
        CommandLine.Close(expected["feldt_95"]![1], result["alphaUpper"], 1e-12);
        Assert.InRange(result["omega"]!.GetValue<double>(), result["omegaLower"]!.GetValue<double>(), result["omegaUpper"]!.GetValue<double>());
        Assert.InRange(result["omega"]!.GetValue<double>(), 0.87, 0.89);
        foreach (var item in result["items"]!.AsArray())
        {
            CommandLine.Close(expected["corrected_item_total_r"]![item!["item"]!.GetValue<string>()], item["itemRest"], 1e-12);
            CommandLine.Close(expected["alpha_if_deleted"]![item["item"]!.GetValue<string>()], item["alphaWithout"], 1e-12);
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        await File.WriteAllTextAsync(file, "a,b,k\n1,2,3\n2,3,3\n4,1,3\n2,2,3\n", TestContext.Current.CancellationToken);
        await CommandLine.Refused("All values of k are 3", "analyse", "reliability", "--data", file, "--items", "a,b,k");
        await CommandLine.Refused("two items or more", "analyse", "reliability", "--data", file, "--items", "a");
        await CommandLine.Refused("named twice", "analyse", "reliability", "--data", file, "--items", "a,a");
    }
}

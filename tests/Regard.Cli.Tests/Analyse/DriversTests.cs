using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>Reference: drivers_mobi_perq.json, R 4.2.2, lm, relaimpo 2.2-7, rwa 0.1.0.</summary>
public class DriversTests
{
    [Fact]
    public async Task The_drivers_of_mobi_are_those_of_R()
    {
        var file = ReferenceFiles.Find("data", "mobi.csv");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", "drivers_mobi_perq.json"), TestContext.Current.CancellationToken))!["results"]!;
        var result = await CommandLine.Json("analyse", "drivers", "--data", file, "--outcome", "CUSA1", "--drivers", string.Join(",", expected["lmg"]!.AsObject().Select(x => x.Key)), "--contrast", "6..9");
        Assert.Equal(250, result["n"]!.GetValue<int>());
        CommandLine.Close(expected["r2"], result["r2"], 1e-12);
        CommandLine.Close(expected["r2_adjusted"], result["r2Adjusted"], 1e-12);
        foreach (var driver in result["drivers"]!.AsArray())
        {
            foreach (var (field, source) in new[]
            {
                ("correlation", "correlation"), ("coefficient", "coefficients"), ("se", "coefficient_se"), ("p", "p"), ("beta", "standardized_beta"), ("vif", "vif"), ("lmg", "lmg"), ("share", "lmg_share"), ("relativeWeight", "relative_weights_raw"),
            })
                CommandLine.Close(expected[source]![driver!["driver"]!.GetValue<string>()], driver[field], 1e-12);
            CommandLine.Close(expected["penalty_reward"]!["penalty"]![driver!["driver"]!.GetValue<string>()], driver["penalty"], 1e-12);
            Assert.InRange(driver["lmg"]!.GetValue<double>(), driver["lower"]!.GetValue<double>(), driver["upper"]!.GetValue<double>());
            Assert.InRange(driver["rank"]!.GetValue<int>(), driver["rankLower"]!.GetValue<int>(), driver["rankUpper"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        await File.WriteAllTextAsync(file, "y,a,b,c,w,k\n1,2,3,5,0,4\n2,1,1,2,0,4\n3,4,2,6,0,4\n3,5,1,6,0,4\n2,,1,6,0,4\n5,3,3,6,0,4\n", TestContext.Current.CancellationToken);
        Task Refused(string saying, params string[] more) => CommandLine.Refused(saying, ["analyse", "drivers", "--data", file, "--outcome", "y", .. more]);
        await Refused("c follows exactly from a, b", "--drivers", "a,b,c");
        await Refused("All values of k are 4", "--drivers", "a,k");
        await Refused("All weights in w are 0", "--drivers", "a", "--weight", "w");
        await Refused("no column z", "--drivers", "a,z");
        await Refused("5 complete rows are too few for 4 drivers (a, b, c, k)", "--drivers", "a,b,c,k");
        await Refused("--drivers");
        await Refused("39 resamples are too few", "--drivers", "a", "--bootstrap", "39");
        var counted = await CommandLine.Json("analyse", "drivers", "--data", file, "--outcome", "y", "--drivers", "a", "--bootstrap", "40");
        var bare = await CommandLine.Json("analyse", "drivers", "--data", file, "--outcome", "y", "--drivers", "a", "--bootstrap", "0");
        CommandLine.Close(counted["drivers"]![0]!["lmg"], bare["drivers"]![0]!["lmg"], 1e-15);
        Assert.Null(bare["drivers"]![0]!["lower"]);
        Assert.Equal((6, 5), (counted["rows"]!.GetValue<int>(), counted["n"]!.GetValue<int>()));
    }
}

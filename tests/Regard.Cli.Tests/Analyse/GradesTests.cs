using System.Globalization;
using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>Reference: value_classes_cdnow.json, base R 4.2.2, purchases until 1997-09-30.</summary>
public class GradesTests
{
    static string Write(IEnumerable<string> lines)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        File.WriteAllLines(path, lines);
        return path;
    }

    [Fact]
    public async Task Grades_top_fifth_and_Gini_are_those_of_R()
    {
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", "value_classes_cdnow.json"), TestContext.Current.CancellationToken))!["results"]!;
        var lines = File.ReadLines(ReferenceFiles.Find("data", "cdnow_sample_transactions.csv")).ToList();
        var file = Write(lines.Where((line, i) => i == 0 || string.CompareOrdinal(line.Split(',')[1], "1997-09-30") <= 0));
        var told = await CommandLine.Json("analyse", "grades", "--data", file, "--customer", "customer_id", "--value", "amount", "--customers");
        foreach (var grade in told["grades"]!.AsArray())
        {
            Assert.Equal(expected["class_count"]![grade!["grade"]!.GetValue<string>()]!.GetValue<int>(), grade["customers"]!.GetValue<int>());
            CommandLine.Close(expected["class_spend"]![grade["grade"]!.GetValue<string>()], grade["value"]);
        }
        CommandLine.Close(expected["gini"], told["gini"], 1e-12);
        CommandLine.Close(expected["top20_share"], told["topFifthShare"], 1e-12);
        Assert.InRange(told["gini"]!.GetValue<double>(), told["giniLower"]!.GetValue<double>(), told["giniUpper"]!.GetValue<double>());
        Assert.Equal(2357, told["customers"]!.AsArray().Count);
    }

    [Fact]
    public async Task Cuts_and_thresholds_are_the_users_and_what_is_wrong_is_said_in_one_line()
    {
        var file = Write(["c,v", "a,50", "b,30", "c,15", "d,5", "e,"]);
        string[] asked = ["analyse", "grades", "--data", file, "--customer", "c", "--value", "v"];
        Assert.Equal([1, 3], (await CommandLine.Json([.. asked, "--cuts", "0.4"]))["grades"]!.AsArray().Select(g => g!["customers"]!.GetValue<int>()));
        Assert.Equal([1, 2, 1], (await CommandLine.Json([.. asked, "--thresholds", "40,10"]))["grades"]!.AsArray().Select(g => g!["customers"]!.GetValue<int>()));
        await CommandLine.Refused("rising shares", [.. asked, "--cuts", "0.8,0.5"]);
        await CommandLine.Refused("is negative", "analyse", "grades", "--data", Write(["c,v", "a,50", "b,-3"]), "--customer", "c", "--value", "v");
        await CommandLine.Refused("no column w", "analyse", "grades", "--data", file, "--customer", "c", "--value", "w");
    }
}

using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>Reference: kano_synthetic.json, base R 4.2.2.</summary>
public class KanoTests
{
    [Fact]
    public async Task Classes_and_coefficients_are_those_of_R()
    {
        var file = ReferenceFiles.Find("data", "kano_synthetic.csv");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", "kano_synthetic.json"), TestContext.Current.CancellationToken))!["results"]!;
        var result = await CommandLine.Json("analyse", "kano", "--data", file, "--respondent", "respondent", "--feature", "feature", "--functional", "functional", "--dysfunctional", "dysfunctional");
        Assert.Equal(6, result["features"]!.AsArray().Count);
        foreach (var feature in result["features"]!.AsArray())
        {
            var reference = expected[feature!["feature"]!.GetValue<string>()]!;
            Assert.Equal(reference["category_by_frequency_ties_MOAI"]!.GetValue<string>(), feature["class"]!.GetValue<string>());
            Assert.True(JsonNode.DeepEquals(Sorted(reference["counts"]!), Sorted(feature["counts"]!)));
            CommandLine.Close(reference["better"], feature["better"], 1e-12);
            CommandLine.Close(reference["worse"], feature["worse"], 1e-12);
            Assert.InRange(feature["better"]!.GetValue<double>(), feature["lower"]!.GetValue<double>(), feature["upper"]!.GetValue<double>());
        }
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "kano.csv");
        await File.WriteAllTextAsync(file, "r,f,with,without,off\n1,F,1,5,6\n2,F,2,,1\n3,F,1,3,1\n", TestContext.Current.CancellationToken);
        string[] Asked(string without, string who = "r") => ["analyse", "kano", "--data", file, "--respondent", who, "--feature", "f", "--functional", "with", "--dysfunctional", without];
        await CommandLine.Refused("off has the answer 6", Asked("off"));
        await CommandLine.Refused("Respondent F answered F twice", Asked("without", "f"));
        await CommandLine.Refused("no column gone", Asked("gone"));
        Assert.Equal(2, (await CommandLine.Json(Asked("without")))["n"]!.GetValue<int>());
    }

    static JsonObject Sorted(JsonNode counts) => new(counts.AsObject().OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => KeyValuePair.Create(x.Key, (JsonNode?)x.Value!.GetValue<long>())));
}

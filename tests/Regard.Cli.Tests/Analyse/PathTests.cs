using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>References: pls_mobi_*.json, plspm 0.5.1 and others, R 4.2.2.</summary>
public class PathTests
{
    [Theory]
    [InlineData("path"), InlineData("centroid"), InlineData("factorial")]
    public async Task The_ECSI_model_of_mobi_is_that_of_the_reference(string scheme)
    {
        var file = ReferenceFiles.Find("data", "mobi.csv");
        var expected = JsonNode.Parse(await File.ReadAllTextAsync(ReferenceFiles.Find("reference", $"pls_mobi_{scheme}.json"), TestContext.Current.CancellationToken))!["results"]!;
        var fit = await CommandLine.Json("analyse", "path", "--model", "ECSI", "--data", file, "--scheme", scheme, "--bootstrap", "200");
        Assert.Equal((250, true, 200), (fit["n"]!.GetValue<int>(), fit["converged"]!.GetValue<bool>(), fit["resamples"]!.GetValue<int>()));
        foreach (var item in fit["items"]!.AsArray()) CommandLine.Close(expected["outer_weights"]![Text(item!["item"])], item["weight"], 1e-11);
        foreach (var path in fit["paths"]!.AsArray())
        {
            var name = $"{Text(path!["from"])}->{Text(path["to"])}";
            CommandLine.Close(expected["path_coefficients"]![name], path["estimate"], 1e-11);
            CommandLine.Close(expected["f2"]![name], path["f2"], 1e-11);
            Assert.InRange(path["se"]!.GetValue<double>(), 0.03, 0.11);
        }
        foreach (var effect in fit["totalEffects"]!.AsArray()) CommandLine.Close(expected["total_effects"]![$"{Text(effect!["from"])}->{Text(effect["to"])}"], effect["estimate"], 1e-11);
        foreach (var pair in fit["htmt"]!.AsArray()) CommandLine.Close(expected["htmt"]![$"{Text(pair!["a"])}~{Text(pair["b"])}"], pair["value"], 1e-11);
        foreach (var construct in fit["constructs"]!.AsArray()) CommandLine.Close(expected["index_0_100_mean"]![Text(construct!["name"])], construct["score"], 1e-11);
    }

    [Fact]
    public async Task A_group_is_fitted_as_if_it_were_alone()
    {
        var (model, file) = await Written();
        var both = await CommandLine.Json("analyse", "path", "--model", model, "--data", file, "--group", "g", "--bootstrap", "99", "--consistent", "--predict");
        var alone = await CommandLine.Json("analyse", "path", "--model", model, "--data", file, "--rows", "1..30", "--bootstrap", "0", "--consistent");
        CommandLine.Close(alone["paths"]![0]!["estimate"], both["groups"]![0]!["paths"]![0]!["estimate"], 1e-13);
        Assert.All(both["prediction"]!.AsArray(), item => Assert.InRange(item!["q2"]!.GetValue<double>(), -1, 1));
        Assert.Equal("B", Text(both["q2"]![0]!["construct"]));
        Assert.Equal("north", Text(both["groups"]![0]!["group"]));
        Assert.InRange(both["comparisons"]![0]!["paths"]![0]!["p"]!.GetValue<double>(), 0.01, 1);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        var (model, file) = await Written();
        await CommandLine.Refused("no file nowhere.yaml", "analyse", "path", "--model", "nowhere.yaml", "--data", file);
        await CommandLine.Refused("--model", "analyse", "path", "--data", file);
        await CommandLine.Refused("1..60", "analyse", "path", "--model", model, "--data", file, "--rows", "5..61");
        await CommandLine.Refused("--scheme is one of path, centroid, factorial", "analyse", "path", "--model", model, "--data", file, "--scheme", "best");
        await CommandLine.Refused("All rows belong to one group", "analyse", "path", "--model", model, "--data", file, "--group", "same");
        await CommandLine.Refused("All answers to same are equal", "analyse", "path", "--model", await Saved("constructs: {A: {items: a1}, B: {items: same}}\npaths: {B: [A]}\n"), "--data", file);
        await CommandLine.Refused("there is no construct C", "analyse", "path", "--model", await Saved("constructs: {A: {items: a1}, B: {items: b1}}\npaths: {B: [C]}\n"), "--data", file);
        await CommandLine.Refused("Line 1", "analyse", "path", "--model", await Saved("constructs: {A: {item: a1}, B: {items: b1}}\npaths: {B: [A]}\n"), "--data", file);
    }

    static async Task<(string Model, string File)> Written()
    {
        var rows = Enumerable.Range(0, 60).Select(i => $"{(i < 30 ? "north" : "south")},1,{1 + i * 7 % 10},{1 + (i * 7 % 10 + i % 3) % 10},{1 + (i * 7 + i % 4) % 10},{1 + (i * 7 + i % 5) % 10}");
        return (await Saved("name: two\nscale: [1, 10]\nconstructs: {A: {items: [a1, a2]}, B: {items: [b1, b2]}}\npaths: {B: [A]}\n"), await Saved("g,same,a1,a2,b1,b2\n" + string.Join('\n', rows) + "\n"));
    }

    static async Task<string> Saved(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "file");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }

    static string Text(JsonNode? node) => node!.GetValue<string>();
}

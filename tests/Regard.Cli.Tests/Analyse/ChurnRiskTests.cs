using System.Globalization;
using System.Text.Json.Nodes;
using Regard.Testing;
namespace Regard.Cli.Tests.Analyse;

/// <summary>telco_churn.json: R 4.2.2 glm, pROC 1.18.0.</summary>
public class ChurnRiskTests
{
    static JsonNode Expected => JsonNode.Parse(File.ReadAllText(ReferenceFiles.Find("reference", "telco_churn.json")))!["results"]!["logistic"]!;
    static string[] Words => ["analyse", "churn-risk", "--data", ReferenceFiles.Find("data", "telco_churn.csv"), "--target", "Churn=Yes"];

    // The columns as the reference codes them.
    static string Coded()
    {
        var lines = File.ReadAllLines(ReferenceFiles.Find("data", "telco_churn.csv")).Select(l => l.Split(',')).ToArray();
        string[] names = ["tenure", "senior", "partner", "dep", "c1", "c2", "fiber", "nonet", "sec", "tech", "paperless", "echeck", "MonthlyCharges", "Churn"];
        string Cell(string[] row, string column, string? value = null) => row[Array.IndexOf(lines[0], column)] is var cell && value is null ? cell : cell == value ? "1" : "0";
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "coded.csv");
        File.WriteAllLines(path, lines.Skip(1).Select(r => string.Join(',', Cell(r, "tenure"), Cell(r, "SeniorCitizen"), Cell(r, "Partner", "Yes"), Cell(r, "Dependents", "Yes"), Cell(r, "Contract", "One year"),
            Cell(r, "Contract", "Two year"), Cell(r, "InternetService", "Fiber optic"), Cell(r, "InternetService", "No"), Cell(r, "OnlineSecurity", "Yes"), Cell(r, "TechSupport", "Yes"), Cell(r, "PaperlessBilling", "Yes"),
            Cell(r, "PaymentMethod", "Electronic check"), Cell(r, "MonthlyCharges"), Cell(r, "Churn"))).Prepend(string.Join(',', names)));
        return path;
    }

    [Fact]
    public async Task The_model_equals_glm_and_its_test_pROC()
    {
        var found = await CommandLine.Json("analyse", "churn-risk", "--data", Coded(), "--target", "Churn=Yes", "--features", "tenure,senior,partner,dep,c1,c2,fiber,nonet,sec,tech,paperless,echeck,MonthlyCharges");
        Assert.Equal(7043, found["n"]!.GetValue<int>());
        foreach (var c in found["coefficients"]!.AsArray())
        {
            var name = c!["name"]!.GetValue<string>();
            foreach (var (field, column) in new[] { ("coef", "estimate"), ("se", "se"), ("z", "z"), ("p", "p") }) CommandLine.Close(Expected[field]![name], c[column]);
        }
        CommandLine.Close(Expected["deviance"]!.GetValue<double>() / -2, found["logLikelihood"]);
        foreach (var (field, column) in new[] { ("auc", "auc"), ("auc_se_delong", "aucSe"), ("ks", "ks"), ("brier", "brier"), ("top_decile_lift", "topDecileLift") }) CommandLine.Close(Expected[field], found[column]);
        Assert.InRange(found["auc"]!.GetValue<double>(), found["aucLower"]!.GetValue<double>(), found["aucUpper"]!.GetValue<double>());
        Assert.Equal(10, found["calibration"]!.AsArray().Count);
    }

    [Fact]
    public async Task Names_are_coded_and_rows_held_out()
    {
        var found = await CommandLine.Json([.. Words, "--features", "tenure,MonthlyCharges,TotalCharges", "--categorical", "Contract,PaymentMethod", "--holdout", "0.3", "--ridge", "0.001"]);
        Assert.Equal((7043, 7032), (found["rows"]!.GetValue<int>(), found["n"]!.GetValue<int>()));
        Assert.Equal((4922, 2110), (found["training"]!["n"]!.GetValue<int>(), found["heldOut"]!["n"]!.GetValue<int>()));
        Assert.Equal("Month-to-month", found["references"]!["Contract"]!.GetValue<string>());
        Assert.Contains("Contract=Two year", found["coefficients"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));
        Assert.InRange(found["auc"]!.GetValue<double>(), 0.8, 0.87);
        Assert.Equal(2110, found["calibration"]!.AsArray().Sum(b => b!["n"]!.GetValue<int>()));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        await CommandLine.Refused("Name at least one feature", Words);
        await CommandLine.Refused("The share held out", [.. Words, "--features", "tenure", "--holdout", "1.5"]);
        await CommandLine.Refused("A penalty is 0 or more", [.. Words, "--features", "tenure", "--ridge", "-1"]);
        await CommandLine.Refused("No row of Churn is Perhaps", [.. Words[..^1], "Churn=Perhaps", "--features", "tenure"]);
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "parted.csv");
        await File.WriteAllLinesAsync(path, ["left,calls", .. Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i >= 20 ? 1 : 0)},{i}"))], TestContext.Current.CancellationToken);
        await CommandLine.Refused("calls parts rows of left 1 from those of 0 without exception", "analyse", "churn-risk", "--data", path, "--target", "left=1", "--features", "calls");
    }

    [Fact]
    public async Task People_read_a_table()
    {
        var ran = await CommandLine.Run([.. Words, "--features", "tenure", "--categorical", "Contract", "--choose", "lasso"]);
        Assert.Equal(("", 0), (ran.Errors, ran.ExitCode));
        Assert.Contains("Contract is compared with Month-to-month", ran.Output);
    }
}

using System.Text.Json.Nodes;
using Regard.Testing;
namespace Regard.Cli.Tests.Analyse;

/// <summary>telco_churn.json: R 4.2.2, survival 3.5-3.</summary>
public class SurvivalTests
{
    static JsonNode Expected => JsonNode.Parse(File.ReadAllText(ReferenceFiles.Find("reference", "telco_churn.json")))!["results"]!;
    static string[] Words => ["analyse", "survival", "--data", ReferenceFiles.Find("data", "telco_churn.csv"), "--duration", "tenure", "--event", "Churn=Yes"];

    [Fact]
    public async Task Curves_and_the_log_rank_test_by_contract()
    {
        var found = await CommandLine.Json([.. Words, "--group", "Contract", "--interval", "log"]);
        Assert.Equal((7043, 7032, 1869, 11), (found["rows"]!.GetValue<int>(), found["n"]!.GetValue<int>(), found["events"]!.GetValue<int>(), found["withoutTime"]!.GetValue<int>()));
        CommandLine.Close(Expected["log_rank_contract"]!["chisq"], found["logRank"]!["chiSquare"]);
        Assert.Equal((2, 0), (found["logRank"]!["df"]!.GetValue<int>(), found["logRank"]!["p"]!.GetValue<double>()));
        foreach (var group in found["groups"]!.AsArray())
        {
            var expected = Expected["kaplan_meier_by_contract"]![group!["group"]!.GetValue<string>()]!;
            foreach (var (k, time) in expected["times"]!.AsArray().Index())
            {
                var point = group["curve"]!.AsArray().Single(p => p!["time"]!.GetValue<double>() == time!.GetValue<double>())!;
                CommandLine.Close(expected["survival"]![k], point["survival"]);
                CommandLine.Close(expected["lower95_log"]![k], point["lower"]);
                CommandLine.Close(expected["upper95_log"]![k], point["upper"]);
                CommandLine.Close(expected["n_risk"]![k], point["atRisk"]);
            }
        }
    }

    [Theory, InlineData("efron"), InlineData("breslow")]
    public async Task A_Cox_model_of_names_and_numbers(string ties)
    {
        // Against coxph(Surv(tenure, Churn == "Yes") ~ MonthlyCharges + SeniorCitizen + factor(Contract)): R 4.2.2, survival 3.5-3, 2026-11-22.
        var found = (await CommandLine.Json([.. Words, "--covariates", "MonthlyCharges,SeniorCitizen", "--categorical", "Contract=Two year", "--ties", ties]))["cox"]!;
        Assert.Equal(["MonthlyCharges", "SeniorCitizen", "Contract=Month-to-month", "Contract=One year"], found["coefficients"]!.AsArray().Select(c => c!["name"]!.GetValue<string>()));
        double[] expected = ties == "efron"
            ? [0.000134295591514896, 0.0227685687948587, 4.21743821559653, 2.03033343262741, -14343.4561201787, 0.763240502823623, 191.126611373368]
            : [0.000248283561706673, 0.0214445586174081, 4.19537722214487, 2.02281831271808, -14376.849288258, 0.76321937313612, 186.777806019486];
        foreach (var (j, c) in found["coefficients"]!.AsArray().Index()) CommandLine.Close(expected[j], c!["estimate"]);
        CommandLine.Close(expected[4], found["logLikelihood"]);
        CommandLine.Close(expected[5], found["concordance"]);
        CommandLine.Close(expected[6], found["proportionality"]!["global"]!["chiSquare"]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        await CommandLine.Refused("No row of Churn is Maybe", [.. Words[..^1], "Churn=Maybe"]);
        await CommandLine.Refused("Write --event as column and value", [.. Words[..^1], "Churn"]);
        await CommandLine.Refused("--ties is one of efron, breslow", [.. Words, "--ties", "exact"]);
        await CommandLine.Refused("is not a number", [.. Words, "--covariates", "Contract"]);
        await CommandLine.Refused("no column Region", [.. Words, "--group", "Region"]);
        await CommandLine.Refused("No row of Contract is Weekly", [.. Words, "--categorical", "Contract=Weekly"]);
    }

    [Fact]
    public async Task People_read_a_table()
    {
        var ran = await CommandLine.Run([.. Words, "--group", "Contract", "--covariates", "MonthlyCharges"]);
        Assert.Equal(("", 0), (ran.Errors, ran.ExitCode));
        Assert.Contains("Month-to-month: n 3875, 1655 left; median 35 (32 to 38)", ran.Output);
    }
}

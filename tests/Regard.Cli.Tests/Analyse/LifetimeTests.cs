using System.Text.Json.Nodes;
namespace Regard.Cli.Tests.Analyse;

/// <summary>Reference: cdnow_btyd.json, block high_precision (mpmath, 30 digits).</summary>
public class LifetimeTests
{
    static string Write(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("regard").FullName, "rows.csv");
        File.WriteAllText(path, text);
        return path;
    }

    static JsonNode Cdnow => JsonNode.Parse(File.ReadAllText(ReferenceFiles.Find("reference", "cdnow_btyd.json")))!["results"]!;

    [Theory]
    [InlineData("bg-nbd", "bg_nbd", "bg"), InlineData("pareto-nbd", "pareto_nbd", "pareto")]
    public async Task Customers_are_told_as_the_reference_has_them(string model, string block, string prefix)
    {
        var expected = Cdnow["high_precision"]!;
        var told = await CommandLine.Json("analyse", "lifetime", "--model", model, "--summary", ReferenceFiles.Find("data", "cdnow_cbs.csv"), "--horizon-weeks", "39", "--customers", "--futures", "40");
        Assert.Equal((model, "week", 2357, true), (told["model"]!.GetValue<string>(), told["timeUnit"]!.GetValue<string>(), told["n"]!.GetValue<int>(), told["converged"]!.GetValue<bool>()));
        foreach (var (name, value) in told["parameters"]!.AsObject())
        {
            CommandLine.Close(expected[block]![name], value);
            CommandLine.Close(expected[block]!["standard_errors"]![name], told["se"]![name]);
        }
        CommandLine.Close(expected[block]!["log_likelihood"], told["logLikelihood"], 1e-12);
        CommandLine.Close(expected["gamma_gamma"]!["gamma"], told["spend"]!["v"]);
        var columns = expected["customers"]!["columns"]!.AsArray().Select(c => c!.GetValue<string>()).ToList();
        foreach (var row in expected["customers"]!["rows"]!.AsArray())
        {
            var customer = told["customers"]!.AsArray().Single(c => c!["id"]!.GetValue<string>() == row![0]!.ToJsonString())!;
            CommandLine.Close(row![columns.IndexOf($"{prefix}_expected")], customer["expected"]);
            CommandLine.Close(row[columns.IndexOf($"{prefix}_p_alive")], customer["alive"]);
            CommandLine.Close(row[columns.IndexOf("expected_spend")], customer["spend"]);
            Assert.Equal(customer["expected"]!.GetValue<double>() * customer["spend"]!.GetValue<double>(), customer["value"]!.GetValue<double>(), 1e-9);
            Assert.True(customer["valueLower"]!.GetValue<double>() <= customer["valueMedian"]!.GetValue<double>());
        }
    }

    [Fact]
    public async Task Value_for_ever_is_the_discounted_one_of_the_reference()
    {
        var rate = Cdnow["customers"]!["discount_rate_weekly_continuous"]!;
        var told = await CommandLine.Json("analyse", "lifetime", "--model", "pareto-nbd", "--summary", ReferenceFiles.Find("data", "cdnow_cbs.csv"), "--discount-weekly", rate.ToJsonString(), "--customers");
        CommandLine.Close(Cdnow["high_precision"]!["customers"]!["rows"]![0]![7], told["customers"]![0]!["value"]);
    }

    [Fact]
    public async Task Purchases_one_by_one_give_the_same_as_their_summary()
    {
        var one = await CommandLine.Json("analyse", "lifetime", "--summary", ReferenceFiles.Find("data", "cdnow_cbs.csv"));
        var other = await CommandLine.Json("analyse", "lifetime", "--purchases", ReferenceFiles.Find("data", "cdnow_sample_transactions.csv"), "--customer", "customer_id", "--date", "date", "--amount", "amount", "--until", "1997-09-30");
        Assert.Equal(2357, other["n"]!.GetValue<int>());
        Assert.True(other["afterUntil"]!.GetValue<int>() > 1000);
        foreach (var name in (string[])["r", "alpha", "a", "b"]) CommandLine.Close(one["parameters"]![name], other["parameters"]![name], 1e-10);
        CommandLine.Close(one["spend"]!["logLikelihood"], other["spend"]!["logLikelihood"], 1e-12);
    }

    [Fact]
    public async Task Contracts_are_read_from_their_payments()
    {
        // 1,000 contracts of 30 days of which 631, 468, 382 and 326 are still paid after one to four renewals (Fader and Hardie 2007).
        int[] active = [1000, 631, 468, 382, 326];
        var rows = Enumerable.Range(0, 1000).Select(i => active.Count(a => i < a) - 1).Select((x, i) => $"{i},{x},{30 * x},{(x == 4 ? 120 : 30 * x + 60)}");
        var told = await CommandLine.Json("analyse", "lifetime", "--model", "sbg", "--summary", Write("customer_id,x,t_x_days,T_days\n" + string.Join('\n', rows)), "--customers", "--discount-weekly", "0.002");
        Assert.True(told["converged"]!.GetValue<bool>());
        Assert.Equal((30.0, 326), (told["periodDays"]!.GetValue<double>(), told["active"]!.GetValue<int>()));
        Assert.InRange(told["parameters"]!["a"]!.GetValue<double>(), 0.6, 0.85);
        Assert.InRange(told["discountedLifetime"]!.GetValue<double>(), 1, 60);
    }

    [Fact]
    public async Task A_model_that_cannot_settle_says_why()
    {
        var told = await CommandLine.Json("analyse", "lifetime", "--customers", "--summary", Write("customer_id,x,t_x_days,T_days\n1,0,0,5\n2,0,0,9\n3,0,0,5\n4,0,0,9\n5,0,0,9\n6,0,0,9\n"));
        Assert.False(told["converged"]!.GetValue<bool>());
        Assert.Contains("nobody bought again", told["reason"]!.GetValue<string>());
        Assert.Null(told["parameters"]!["r"]);
        Assert.Null(told["customers"]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_one_line()
    {
        Task Refused(string saying, string option, string text, params string[] more) => CommandLine.Refused(saying, ["analyse", "lifetime", option, Write(text), .. more]);
        await Refused("after the end of the record", "--summary", "customer_id,x,t_x_days,T_days\n1,2,9,5\n");
        await Refused("contradict", "--summary", "customer_id,x,t_x_days,T_days\n1,0,3,5\n");
        await Refused("was there before", "--summary", "customer_id,x,t_x_days,T_days\n1,0,0,5\n1,0,0,5\n");
        await Refused("no column T_days", "--summary", "customer_id,x,t_x_days\n1,0,0\n");
        await Refused("is no date", "--purchases", "customer_id,date\n1,31.03.2026\n", "--until", "2026-03-31");
        await Refused("“-5” is no amount", "--purchases", "customer_id,date,sum\n1,2026-03-01,-5\n", "--amount", "sum", "--until", "2026-03-31");
        await Refused("--until", "--purchases", "customer_id,date\n1,2026-03-01\n");
        await Refused("All purchases lie after", "--purchases", "customer_id,date\n1,2026-03-01\n", "--until", "2026-02-28");
        await Refused("is one of bg-nbd", "--summary", "customer_id,x,t_x_days,T_days\n1,0,0,5\n", "--model", "magic");
        await CommandLine.Refused("Name one file", "analyse", "lifetime");
    }
}

using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse survival: how long customers stay, whether groups differ, and what makes them leave.</summary>
static class SurvivalCommand
{
    static readonly string[] Intervals = ["log-log", "log", "plain"], Scales = ["km", "identity", "log"];

    public static Command Make()
    {
        var data = AnalyseOptions.Data;
        var duration = new Option<string>("--duration") { Description = "Column with the time until the end of observation", Required = true };
        var ended = new Option<string>("--event") { Description = "Column and value that says that the customer left, such as Churn=Yes; all others were still there", Required = true };
        var group = new Option<string?>("--group") { Description = "Column with groups: a curve each, and the log-rank test" };
        var covariates = new Option<string?>("--covariates") { Description = "Columns of numbers for the Cox model, separated by commas" };
        var categorical = new Option<string?>("--categorical") { Description = "Columns of names for the Cox model; the first level in alphabetical order is the reference, unless named as Column=Level" };
        var ties = new Option<string>("--ties") { Description = "Those who left at the same time: efron or breslow", DefaultValueFactory = _ => "efron" };
        var entry = new Option<string?>("--entry") { Description = "Column with the time from which a row is observed (late entry, or several rows a customer)" };
        var strata = new Option<string?>("--strata") { Description = "Column within whose values the Cox model and the log-rank test compare" };
        var cluster = new Option<string?>("--cluster") { Description = "Column with the customer, where one has several rows: errors are robust then" };
        var interval = new Option<string>("--interval") { Description = "Scale of the curves' intervals: log-log, log or plain", DefaultValueFactory = _ => "log-log" };
        var scale = new Option<string>("--time-scale") { Description = "Of the test of proportional hazards: km, identity or log", DefaultValueFactory = _ => "km" };
        var asJson = AnalyseOptions.Json;
        var command = new Command("survival", "Survival curves, log-rank test and Cox model") { data, duration, ended, group, covariates, categorical, ties, entry, strata, cluster, interval, scale, asJson };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            string time = parsed.GetRequiredValue(duration);
            var outcome = OutcomeValue.Of("event", parsed.GetRequiredValue(ended));
            string?[] optional = [parsed.GetValue(entry), parsed.GetValue(strata), parsed.GetValue(cluster)];
            string[] x = AnalyseOptions.Split(parsed.GetValue(covariates) ?? ""), names = AnalyseOptions.Split(parsed.GetValue(categorical) ?? "");
            var spread = (SurvivalInterval)Chosen("interval", parsed.GetValue(interval)!, Intervals);
            var tied = (Ties)Chosen("ties", parsed.GetValue(ties)!, ["efron", "breslow"]);
            var clock = (TimeScale)Chosen("time-scale", parsed.GetValue(scale)!, Scales);
            var rows = new CodedRows(parsed.GetValue(data), outcome, [time, .. x, .. optional[0] is { } e ? [e] : Array.Empty<string>()], [.. new[] { parsed.GetValue(group) }.Concat(optional[1..]).OfType<string>()], names);
            x = [.. x.Where(rows.Numeric.Contains)];
            var columns = new SurvivalColumns(time, outcome.Column, optional[0], null, optional[1], optional[2]);
            var all = Observations.Of([.. columns.All(), .. x, .. rows.Features], [.. columns.All().Select(c => c == outcome.Column ? rows.Outcome : c == time || c == columns.Entry ? rows.Numbers(c) : rows.Numbered(c)), .. x.Select(rows.Numbers), .. rows.Coded()]);
            var groups = parsed.GetValue(group) is { } g ? rows.Labels(g) : null;
            var curves = groups is null ? [KaplanMeier.Fit(all, columns, new(spread))] : KaplanMeier.ByGroup(all, columns, groups, new(spread));
            var test = groups is null ? null : LogRank.Test(all, columns, groups);
            var cox = x.Length + names.Length == 0 ? null : CoxRegression.Fit(all, columns, [.. x, .. rows.Features], new(tied));
            if (parsed.GetValue(asJson)) Printed.Json(SurvivalShape.Of(rows, parsed.GetValue(interval)!, curves, test, cox, clock));
            else SurvivalTables.Print(rows, curves, test, cox, clock);
        }));
        return command;
    }

    static int Chosen(string option, string value, string[] choices) =>
        Array.IndexOf(choices, value) is >= 0 and var at ? at : throw new Invalid(option, "--{0} is one of {1}, not “{2}”.", option, string.Join(", ", choices), value);

    static string[] All(this SurvivalColumns c) => [.. new[] { c.Duration, c.Event, c.Entry, c.Stratum, c.Cluster }.OfType<string>()];
}

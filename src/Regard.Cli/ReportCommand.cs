using System.CommandLine;
using System.Text;
using Regard.Cli.Analyse;
using Regard.Statistics;
using Regard.Web.Report;
namespace Regard.Cli;

/// <summary>regard report: a page to send, from a file of answers and a path model.</summary>
static class ReportCommand
{
    const int FewestResamples = 100;

    public static Command Make()
    {
        var file = new Argument<string>("file") { Description = "The CSV file; UTF-8 or GB18030, with a header" };
        var model = new Option<string>("--model") { Description = $"The model file (YAML), or one that comes along: {string.Join(", ", ShippedModels.Names)}", Required = true };
        var to = new Option<string>("--out") { Description = "The page to write, e.g. report.html", Required = true };
        var target = new Option<string?>("--target") { Description = "The construct that is to rise; the one most acts upon when left out" };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of a row" };
        var missing = new Option<string>("--missing") { Description = "What becomes of missing answers: casewise, mean or pairwise", DefaultValueFactory = _ => "casewise" };
        var (resamples, seed) = (AnalyseOptions.Bootstrap(1000), AnalyseOptions.Seed);
        var command = new Command("report", "A page of a path model to send: index, drivers, priorities, validity; in three languages") { file, model, to, target, weight, missing, resamples, seed };
        command.SetAction((parsed, stop) => BadInput.Guard(async () =>
        {
            if (parsed.GetValue(resamples) < FewestResamples) throw new Invalid("bootstrap", "A report needs at least {0} resamples.", FewestResamples);
            var (path, chosen) = (parsed.GetRequiredValue(file), PathCommand.ReadModel(parsed.GetRequiredValue(model)));
            var data = new DataFile(path, parsed.GetValue(weight) is { } w ? [.. chosen.Items, w] : chosen.Items);
            var drawn = PathBootstrap.Run(chosen, data.Observations(chosen.Items), Draws.Seeded(parsed.GetValue(seed)), parsed.GetValue(resamples), null,
                parsed.GetValue(weight) is { } column ? data.Numbers(column) : null, PathCommand.Choice<MissingAnswers>("missing", parsed.GetValue(missing)));
            var page = await ReportDocument.Write(ModelReport.Of(drawn, Path.GetFileName(path), parsed.GetValue(target)));
            await File.WriteAllTextAsync(parsed.GetRequiredValue(to), page, new UTF8Encoding(false), stop);
            Console.WriteLine(parsed.GetRequiredValue(to));
        }));
        return command;
    }
}

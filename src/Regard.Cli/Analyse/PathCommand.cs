using System.CommandLine;
using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>regard analyse path: a path model fitted to a CSV file.</summary>
static class PathCommand
{
    public static Command Make()
    {
        var model = new Option<string?>("--model") { Description = $"The model file (YAML), or one that comes along: {string.Join(", ", ShippedModels.Names)}" };
        var data = AnalyseOptions.Data;
        var scheme = new Option<string>("--scheme") { Description = "How neighbours count: path, centroid or factorial", DefaultValueFactory = _ => "path" };
        var consistent = new Option<bool>("--consistent") { Description = "Consistent PLS: free the correlations of unreliability" };
        var weight = new Option<string?>("--weight") { Description = "Column with the weight of a row" };
        var missing = new Option<string>("--missing") { Description = "What becomes of missing answers: casewise, mean or pairwise", DefaultValueFactory = _ => "casewise" };
        var group = new Option<string?>("--group") { Description = "Column that names the group of a row: each is fitted, and differences are tested" };
        var rows = new Option<string?>("--rows") { Description = "Data rows to take, counted from 1, e.g. 1..200" };
        var predict = new Option<bool>("--predict") { Description = "Tell how well the model predicts: Q2 by blindfolding and by cross-validation" };
        var (resamples, seed, json) = (AnalyseOptions.Bootstrap(1000), AnalyseOptions.Seed, AnalyseOptions.Json);
        var command = new Command("path", "Path model (PLS): weights, loadings, paths, reliability, scores") { model, data, scheme, consistent, weight, missing, group, rows, predict, resamples, seed, json };
        command.SetAction(parsed => BadInput.Guard(() =>
        {
            var result = PathAnalysis.Run(new()
            {
                Model = ReadModel(parsed.GetValue(model)), Data = parsed.GetValue(data),
                Options = new() { Scheme = Choice<InnerScheme>("scheme", parsed.GetValue(scheme)), Consistent = parsed.GetValue(consistent) },
                Missing = Choice<MissingAnswers>("missing", parsed.GetValue(missing)),
                Weight = parsed.GetValue(weight), Group = parsed.GetValue(group), Rows = parsed.GetValue(rows),
                Resamples = parsed.GetValue(resamples) is >= 0 and var n ? n : throw new Invalid("bootstrap", "The number of resamples is 0 or more."),
                Predict = parsed.GetValue(predict),
                Draws = Draws.Seeded(parsed.GetValue(seed)),
            });
            if (parsed.GetValue(json)) Printed.Json(PathShape.Of(result));
            else PathTables.Print(result);
        }));
        return command;
    }

    public static PathModel ReadModel(string? model)
    {
        if (model is null) throw new Invalid("model", "Name the model file with --model.");
        if (File.Exists(model)) return ModelFile.Read(File.ReadAllText(model));
        return ShippedModels.Names.Contains(model, StringComparer.OrdinalIgnoreCase) ? ShippedModels.Read(model) : throw new Invalid("model", "There is no file {0}.", model);
    }

    public static T Choice<T>(string option, string? text) where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)) is { } name
            ? Enum.Parse<T>(name) : throw new Invalid(option, "--{0} is one of {1}, not “{2}”.", option, string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant(), text ?? "");
}

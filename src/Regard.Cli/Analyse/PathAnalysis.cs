using Regard.Statistics;
namespace Regard.Cli.Analyse;

/// <summary>What was asked of regard analyse path.</summary>
sealed record PathQuestion
{
    public required PathModel Model { get; init; }
    public required string? Data { get; init; }
    public required PathOptions Options { get; init; }
    public required MissingAnswers Missing { get; init; }
    public required string? Weight { get; init; }
    public required string? Group { get; init; }
    public required string? Rows { get; init; }
    public required bool Predict { get; init; }
    public required int Resamples { get; init; }
    public required Draws Draws { get; init; }
}

/// <summary>The answer: the fit with its resamples (none when none were asked for), and the same by group.</summary>
sealed record PathAnalysis(PathQuestion Question, PathFit Fit, PathBootstrap? Bootstrap, IReadOnlyList<(string Group, PathFit Fit, PathBootstrap? Bootstrap)> Groups, GroupComparison? Comparison)
{
    /// <summary>Null unless asked for.</summary>
    public PathPrediction? Prediction { get; init; }
    public Blindfolding? Blindfolding { get; init; }

    public static PathAnalysis Run(PathQuestion asked)
    {
        var model = asked.Model;
        var file = new DataFile(asked.Data, asked.Weight is null ? model.Items : [.. model.Items, asked.Weight], asked.Group is null ? [] : [asked.Group]);
        var labels = asked.Group is null ? null : file.Labels(asked.Group);
        int[] rows = [.. Rows(asked.Rows, file.Rows).Where(i => labels is null || labels[i].Length > 0)];
        if (rows.Length == 0) throw new DataRefused(DataFault.OneGroup, $"The column {asked.Group} is empty.", asked.Group!);
        var (answers, weights) = (file.Observations(model.Items), asked.Weight is null ? null : file.Numbers(asked.Weight));
        if (rows.Length < file.Rows) (answers, weights) = (answers.Take(rows), weights is null ? null : [.. rows.Select(i => weights[i])]);
        var (fit, bootstrap) = Estimate(asked, answers, weights);
        var whole = new PathAnalysis(asked, fit, bootstrap, [], null)
        {
            Prediction = asked.Predict ? PathPrediction.Of(model, answers, asked.Draws.For(3), repeats: 10, options: asked.Options, weights: weights) : null,
            Blindfolding = asked.Predict ? Statistics.Blindfolding.Of(model, answers, options: asked.Options) : null,
        };
        if (labels is null) return whole;
        string[] groups = [.. rows.Select(i => labels[i])];
        var comparison = GroupComparison.Run(model, answers, groups, asked.Draws.For(2), asked.Resamples, asked.Options, weights, asked.Missing);
        return whole with { Groups = [.. comparison.Groups.Select(g => ByGroup(asked, g, answers, groups, weights))], Comparison = comparison };
    }

    static (PathFit, PathBootstrap?) Estimate(PathQuestion asked, Observations answers, IReadOnlyList<double>? weights)
    {
        if (asked.Resamples == 0) return (Pls.Fit(asked.Model, answers, asked.Options, weights, asked.Missing), null);
        var bootstrap = PathBootstrap.Run(asked.Model, answers, asked.Draws, asked.Resamples, asked.Options, weights, asked.Missing);
        return (bootstrap.Fit, bootstrap);
    }

    static (string, PathFit, PathBootstrap?) ByGroup(PathQuestion asked, (string Group, PathFit Fit) group, Observations answers, string[] groups, IReadOnlyList<double>? weights)
    {
        int[] mine = [.. Enumerable.Range(0, groups.Length).Where(i => groups[i] == group.Group)];
        var (fit, bootstrap) = Estimate(asked, answers.Take(mine), weights is null ? null : [.. mine.Select(i => weights[i])]);
        return (group.Group, fit, bootstrap);
    }

    static IEnumerable<int> Rows(string? text, int all)
    {
        if (text is null) return Enumerable.Range(0, all);
        var ends = text.Split("..");
        if (ends.Length != 2 || !int.TryParse(ends[0], out var from) || !int.TryParse(ends[1], out var to) || from < 1 || to < from || to > all)
            throw new Invalid("rows", "Write the rows as first and last, such as 1..{0}; the file has {0}.", all);
        return Enumerable.Range(from - 1, to - from + 1);
    }
}

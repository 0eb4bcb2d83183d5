namespace Regard.Statistics;

/// <summary>A path model in several groups (units, waves, segments), and permutation tests of what differs between each two.</summary>
/// <remarks>
/// Chin and Dibbern (2010), Handbook of Partial Least Squares, chapter 8. Compositional invariance: Henseler, Ringle and
/// Sarstedt (2016), International Marketing Review 33(3), 405-431. Groups beyond 20,000 rows are dealt anew in 1,000 blocks of rows of one group.
/// </remarks>
public sealed class GroupComparison
{
    GroupComparison(IReadOnlyList<(string, PathFit)> groups, IReadOnlyList<PairComparison> pairs) => (Groups, Pairs) = (groups, pairs);

    /// <summary>Each group with its fit, by name.</summary>
    public IReadOnlyList<(string Group, PathFit Fit)> Groups { get; }

    /// <summary>Each two groups.</summary>
    public IReadOnlyList<PairComparison> Pairs { get; }

    /// <summary>Fits the groups and tests their differences.</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="answers">Holds every item of the model.</param>
    /// <param name="labels">The group of each row.</param>
    /// <param name="draws">The seed.</param>
    /// <param name="permutations">Deals of the rows of each two groups; 0 for none.</param>
    /// <param name="options">How to estimate.</param>
    /// <param name="weights">Case weights, one a row.</param>
    /// <param name="missing">What becomes of missing answers.</param>
    /// <param name="threads">Most threads; null for as many as there are processors.</param>
    /// <exception cref="DataRefused">All rows belong to one group, or a group cannot be fitted; the message names it.</exception>
    public static GroupComparison Run(
        PathModel model, Observations answers, IReadOnlyList<string> labels, Draws draws, int permutations = 1000, PathOptions? options = null,
        IReadOnlyList<double>? weights = null, MissingAnswers missing = MissingAnswers.Casewise, int? threads = null)
    {
        if (labels.Count != answers.Rows) throw new DataRefused(DataFault.BadSpecification, $"{answers.Rows} rows need as many groups, not {labels.Count}.");
        var items = answers.Select(model.Items);
        var groups = Enumerable.Range(0, labels.Count).GroupBy(i => labels[i]).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new GroupRows(g.Key, items, [.. g], weights)).ToArray();
        if (groups.Length < 2) throw new DataRefused(DataFault.OneGroup, "All rows belong to one group.");
        foreach (var group in groups) group.Fit(model, options, missing);
        var pairs = new List<PairComparison>();
        for (var a = 0; a < groups.Length; a++)
            for (var b = a + 1; b < groups.Length; b++)
                pairs.Add(PairTest.Run(groups[a], groups[b], missing, draws.For(pairs.Count), permutations, threads));
        return new([.. groups.Select(g => (g.Name, g.Fitted))], PairComparison.Adjusted(pairs));
    }
}

namespace Regard.Statistics;

/// <summary>A path model with the bootstrap of all its numbers. The same seed gives the same numbers on any number of threads.</summary>
/// <remarks>
/// Efron and Tibshirani (1993); intervals expanded for the n, <see cref="BootstrapDistribution.Expanded"/>. Each resample is estimated from its own sums of products, start weights 1, no sign changed afterwards.
/// Blocks: rows are dealt to blocks by chance and blocks are drawn, which for many blocks comes to drawing rows.
/// </remarks>
public sealed class PathBootstrap
{
    /// <summary>From this many rows on, rows are drawn in blocks unless told otherwise.</summary>
    public const int MostRows = 20_000;

    /// <summary>So many blocks then.</summary>
    public const int UsualBlocks = 1_000;

    readonly PathStatistics places;
    readonly BootstrapDistribution distribution;
    readonly Lazy<PathJackknife?> jackknife;

    readonly double confidence;

    internal PathBootstrap(PathFit fit, SumSource? source, BootstrapDistribution distribution, bool expanded = true)
    {
        confidence = expanded ? BootstrapDistribution.Expanded(fit.Options.Confidence, Math.Max(2, source?.Units ?? fit.Covariances.EffectiveN)) : fit.Options.Confidence;
        (Fit, this.distribution, Blocks, FromRows) = (fit, distribution, source is BlockSums ? source.Units : null, source is not null);
        places = new(fit.Plan);
        jackknife = new(() => source is null ? null : PathJackknife.Of(fit, source));
    }

    /// <summary>True when intervals rest on drawn rows or blocks of them; false when on covariances of normal samples, since only moments were known.</summary>
    public bool FromRows { get; }

    /// <summary>The fit to all rows.</summary>
    public PathFit Fit { get; }

    /// <summary>Blocks that were drawn; null when rows were.</summary>
    public int? Blocks { get; }

    /// <summary>Resamples that could be estimated.</summary>
    public int Resamples => distribution.Resamples;

    /// <summary>Resamples left out: an item was constant in them, or there was no solution.</summary>
    public int Failed => distribution.Failed;

    /// <summary>Draws rows (or blocks of rows).</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="answers">Holds every item of the model.</param>
    /// <param name="draws">The seed.</param>
    /// <param name="resamples">1 or more; at least 1,000 for intervals.</param>
    /// <param name="options">How to estimate.</param>
    /// <param name="weights">Case weights, one a row.</param>
    /// <param name="missing">What becomes of missing answers.</param>
    /// <param name="blocks">Blocks to draw instead of rows, 2 or more; null for rows up to <see cref="MostRows"/> and <see cref="UsualBlocks"/> beyond.</param>
    /// <param name="threads">Most threads; null for as many as there are processors.</param>
    /// <exception cref="DataRefused">As <see cref="Pls.Fit(PathModel, Observations, PathOptions, IReadOnlyList{double}, MissingAnswers)"/>.</exception>
    public static PathBootstrap Run(
        PathModel model, Observations answers, Draws draws, int resamples = 1000, PathOptions? options = null,
        IReadOnlyList<double>? weights = null, MissingAnswers missing = MissingAnswers.Casewise, int? blocks = null, int? threads = null)
    {
        var fit = Pls.Fit(model, answers, options, weights, missing);
        return Run(fit, Source(model, answers, weights, missing, draws, blocks), draws, resamples, threads);
    }

    /// <summary>Draws cells: units, shards or days, each a block.</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="cells">Two or more, of the same slots.</param>
    /// <param name="slots">The name of each slot.</param>
    /// <param name="scales">The answer scale of each slot.</param>
    /// <param name="draws">The seed.</param>
    /// <param name="resamples">1 or more; at least 1,000 for intervals.</param>
    /// <param name="options">How to estimate.</param>
    /// <param name="missing">What becomes of missing answers.</param>
    /// <param name="threads">Most threads; null for as many as there are processors.</param>
    /// <exception cref="DataRefused">As <see cref="CovarianceMatrix.Of(Moments, IReadOnlyList{string}, IReadOnlyList{Scale}, MissingAnswers, IReadOnlyList{string})"/>.</exception>
    public static PathBootstrap Run(
        PathModel model, IReadOnlyList<Moments> cells, IReadOnlyList<string> slots, IReadOnlyList<Scale> scales, Draws draws,
        int resamples = 1000, PathOptions? options = null, MissingAnswers missing = MissingAnswers.Pairwise, int? threads = null)
    {
        if (cells.Count < 2) throw new DataRefused(DataFault.TooFewRows, "At least two cells are needed to draw from.");
        var all = Moments.Sum(slots.Count, cells);
        var fit = Pls.Fit(model, CovarianceMatrix.Of(all, slots, scales, missing, model.Items), options);
        return Run(fit, BlockSums.Of(new(slots.Count, slots, scales, model.Items), cells, all, missing), draws, resamples, threads);
    }

    /// <summary>Draws covariances as normal samples of the effective n have them: for a unit of which only moments are kept. Costs the same for any number of rows.</summary>
    /// <param name="fit">A fit to covariances.</param>
    /// <param name="draws">The seed.</param>
    /// <param name="resamples">1 or more; at least 1,000 for intervals.</param>
    /// <param name="threads">Most threads; null for as many as there are processors.</param>
    /// <remarks>Bartlett (1933). No BCa intervals, and none of the mean scores: their own errors stand in the fit.</remarks>
    public static PathBootstrap Normal(PathFit fit, Draws draws, int resamples = 1000, int? threads = null) =>
        new(fit, null, NormalResampler.Run(fit, draws, resamples, threads));

    /// <summary>A path.</summary>
    /// <param name="path">Its number in the model.</param>
    public PathInterval Path(int path) => Of(path, Fit.Paths[path].Value);

    /// <summary>A total effect.</summary>
    /// <param name="effect">Its number in <see cref="PathFit.Effects"/>.</param>
    public PathInterval Effect(int effect) => Of(places.Effects + effect, Fit.Effects[effect].Total);

    /// <summary>The outer weight of an item, by its number in the model.</summary>
    public PathInterval Weight(int item) => Of(places.Weights + item, Fit.Items[item].Weight);

    /// <summary>The loading of an item, by its number in the model.</summary>
    public PathInterval Loading(int item) => Of(places.Loadings + item, Fit.Items[item].Loading);

    /// <summary>R2 of a construct, by its number in the model; null without sources.</summary>
    public PathInterval? R2(int construct) => Fit.Constructs[construct].R2 is { } r2 ? Of(places.R2 + construct, r2) : null;

    /// <summary>A heterotrait ratio, by its number in <see cref="PathFit.Heterotrait"/>; null when it does not exist.</summary>
    public PathInterval? Heterotrait(int pair) => Fit.Heterotrait[pair].Htmt is { } ratio ? Of(places.Heterotrait + pair, ratio) : null;

    /// <summary>The mean score of a construct, by its number in the model, with the chance in its weights; null when there is none.</summary>
    public PathInterval? Score(int construct) => !FromRows ? null : Fit.Constructs[construct].Score?.Value is { } score ? Of(places.Scores + construct, score) : null;

    /// <summary>The jackknife behind the BCa intervals, worked out when first asked for; null when there are no rows.</summary>
    public PathJackknife? Jackknife => jackknife.Value;

    PathInterval Of(int statistic, double value) => new(
        value, distribution.StandardError(statistic), distribution.Percentile(statistic, confidence),
        Jackknife?.Values(statistic) is { Count: > 1 } left ? distribution.Accelerated(statistic, value, left, confidence) : null);

    internal static PathBootstrap Run(PathFit fit, SumSource source, Draws draws, int resamples, int? threads) => new(fit, source, Bootstrap.Run(
        source.Units, new PathStatistics(fit.Plan).Count, resamples, draws, () => new PathResampler(fit, source),
        (work, units, statistics) => work.Draw(units, statistics), threads));

    internal static SumSource Source(PathModel model, Observations answers, IReadOnlyList<double>? weights, MissingAnswers missing, Draws draws, int? blocks)
    {
        var rows = AnswerRows.Of(answers.Select(model.Items), weights, missing);
        var counts = rows.PairCounts();
        var some = blocks ?? (rows.Rows > MostRows ? UsualBlocks : null as int?);
        if (some is < 2) throw new DataRefused(DataFault.BadSpecification, "At least two blocks are needed to draw from.");
        return some < rows.Rows ? BlockSums.Of(rows, missing, counts, some.Value, draws.For(1)) : new RowSums(rows, missing, counts);
    }
}

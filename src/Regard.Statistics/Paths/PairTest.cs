namespace Regard.Statistics;

/// <summary>Deals the rows of two groups anew and compares.</summary>
static class PairTest
{
    public static PairComparison Run(GroupRows a, GroupRows b, MissingAnswers missing, Draws draws, int permutations, int? threads)
    {
        var (answers, weights) = Both(a, b);
        var rows = AnswerRows.Of(answers, weights, missing);
        var first = (int)AnswerRows.Of(a.Answers, a.Weights, missing).Rows;
        var pooled = Pls.Fit(a.Fitted.Model, CovarianceMatrix.Of(answers, weights, missing), a.Fitted.Options);
        var (source, firstUnits) = Source(rows, first, missing, draws.For(0));
        var places = new PathStatistics(pooled.Plan);
        var deals = permutations == 0 ? [] : Permutations.Run(source.Units, places.Count + pooled.Plan.Constructs, permutations, draws, () => new Work(pooled, source), (work, order, into) => work.Deal(order, firstUnits, into), threads);
        double? P(int at, double observed) => deals.Count == 0 ? null : (1.0 + deals.Count(d => Math.Abs(d[at]) >= Math.Abs(observed) * (1 - 1e-12))) / (1 + deals.Count);
        var model = pooled.Model;
        return new(
            a.Name, b.Name,
            [.. model.Paths.Select((p, i) => (Name: $"{p.From} -> {p.To}", A: a.Fitted.Paths[i].Value, B: b.Fitted.Paths[i].Value, At: i)).Select(d => new PairComparison.Difference(d.Name, d.A, d.B, P(d.At, d.A - d.B)))],
            [.. model.Constructs.Select((c, k) => (c.Name, A: a.Fitted.Constructs[k].Score?.Value, B: b.Fitted.Constructs[k].Score?.Value, At: places.Scores + k)).Where(d => d.A.HasValue && d.B.HasValue).Select(d => new PairComparison.Difference(d.Name, d.A!.Value, d.B!.Value, P(d.At, d.A.Value - d.B.Value)))],
            [.. model.Constructs.Select((c, k) => Invariance(pooled, k, Composites(pooled, k, a.Fitted.Solved.Weights, b.Fitted.Solved.Weights), deals, places.Count + k))],
            deals.Count, permutations - deals.Count);
    }

    static PairComparison.Composite Invariance(PathFit pooled, int k, double correlation, IReadOnlyList<double[]> deals, int at) => new(
        pooled.Model.Constructs[k].Name, correlation,
        deals.Count == 0 || pooled.Plan.Size(k) == 1 ? null : (1.0 + deals.Count(d => d[at] <= correlation)) / (1 + deals.Count));

    // Correlation, over all rows of both groups, of the composites that two sets of weights make.
    static double Composites(PathFit pooled, int k, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (plan, stride, ab, aa, bb) = (pooled.Plan, PathSolver.Stride(pooled.Plan.Items), 0.0, 0.0, 0.0);
        for (var i = plan.First[k]; i < plan.First[k + 1]; i++)
            for (var j = plan.First[k]; j < plan.First[k + 1]; j++)
            {
                var r = pooled.Solved.R[i * stride + j];
                (ab, aa, bb) = (ab + a[i] * r * b[j], aa + a[i] * r * a[j], bb + b[i] * r * b[j]);
            }
        return ab / Math.Sqrt(aa * bb);
    }

    static (SumSource, int) Source(AnswerRows rows, int first, MissingAnswers missing, Draws draws)
    {
        var counts = rows.PairCounts();
        if (rows.Rows <= PathBootstrap.MostRows) return (new RowSums(rows, missing, counts), first);
        // Blocks of one size, so that any of them may change places.
        var blocks = (int)Math.Clamp(Math.Round((double)PathBootstrap.UsualBlocks * first / rows.Rows), 2, PathBootstrap.UsualBlocks - 2);
        var dealt = BlockSums.Deal([.. Enumerable.Range(0, first)], blocks, draws.For(0))
            .Concat(BlockSums.Deal([.. Enumerable.Range(first, rows.Rows - first)], PathBootstrap.UsualBlocks - blocks, draws.For(1)));
        return (BlockSums.Of(rows, missing, counts, [.. dealt]), blocks);
    }

    static (Observations, double[]?) Both(GroupRows a, GroupRows b) => (
        Observations.WithMissing(a.Answers.Names, [.. a.Answers.Names.Select(n => (double[])[.. a.Answers[n], .. b.Answers[n]])]),
        a.Weights is null || b.Weights is null ? null : [.. a.Weights, .. b.Weights]);

    sealed class Work(PathFit pooled, SumSource source)
    {
        readonly PathResampler resampler = new(pooled, source);
        readonly double[] a = new double[new PathStatistics(pooled.Plan).Count], b = new double[new PathStatistics(pooled.Plan).Count];
        readonly int weights = new PathStatistics(pooled.Plan).Weights;

        public bool Deal(ReadOnlySpan<int> order, int first, Span<double> into)
        {
            if (!resampler.Draw(order[..first], a) || !resampler.Draw(order[first..], b)) return false;
            for (var i = 0; i < a.Length; i++) into[i] = a[i] - b[i];
            for (var k = 0; k < pooled.Plan.Constructs; k++)
                into[a.Length + k] = Composites(pooled, k, a.AsSpan(weights, pooled.Plan.Items), b.AsSpan(weights, pooled.Plan.Items));
            return true;
        }
    }
}

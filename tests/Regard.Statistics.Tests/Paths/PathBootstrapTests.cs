namespace Regard.Statistics.Tests.Paths;

public sealed class PathBootstrapTests
{
    static readonly PathModel model = Population.Model();
    static readonly Scale[] scales = [.. Enumerable.Repeat(new Scale(1, 10), 9)];

    [Theory]
    [InlineData(0), InlineData(0.05)]
    public void A_cell_for_each_row_gives_what_rows_give(double missing)
    {
        var answers = Population.Sample(70, 8, whole: true);
        if (missing > 0) answers = Population.WithGaps(answers, missing, 1);
        var cells = Enumerable.Range(0, 70).Select(i =>
        {
            var builder = new MomentsBuilder(9);
            builder.Add([.. answers.Names.Select(n => double.IsNaN(answers[n][i]) ? Moments.Missing : (byte)(answers[n][i] - 1))]);
            return builder.ToMoments();
        }).ToArray();
        var rows = PathBootstrap.Run(model, answers, Draws.Seeded(3), 200, missing: MissingAnswers.Pairwise);
        var blocks = PathBootstrap.Run(model, cells, answers.Names, scales, Draws.Seeded(3), 200);
        for (var i = 0; i < 3; i++) Same(rows.Path(i), blocks.Path(i));
        for (var k = 0; k < 3; k++) Same(rows.Score(k)!, blocks.Score(k)!);
        Same(rows.Heterotrait(1)!, blocks.Heterotrait(1)!);
        Assert.Equal((null, 70), (rows.Blocks, blocks.Blocks));
    }

    [Fact]
    public void The_error_of_a_score_is_near_that_which_holds_the_weights_fixed()
    {
        var boot = PathBootstrap.Run(model, Population.Sample(400, 9, whole: true), Draws.Seeded(3), 600);
        for (var k = 0; k < 3; k++) Assert.InRange(boot.Score(k)!.StandardError!.Value / boot.Fit.Constructs[k].Score!.StandardError!.Value, 0.9, 1.15);
    }

    [Fact]
    public void Resamples_without_a_solution_are_counted_and_left_out()
    {
        // One row of twelve differs in an item: about a third of the resamples lack it.
        var stream = Draws.Seeded(2).Of(0);
        double[] Column() => [.. Enumerable.Range(0, 12).Select(_ => stream.Normal())];
        var answers = Observations.Of(["x", "y1", "y2"], [[1, .. new double[11]], Column(), Column()]);
        var boot = PathBootstrap.Run(PathModel.Of("m", [new("X", ["x"]), new("Y", ["y1", "y2"])], [new("X", "Y")]), answers, Draws.Seeded(1), 500);
        Assert.Equal(500, boot.Resamples + boot.Failed);
        Assert.InRange(boot.Failed, 120, 230);
        Assert.NotNull(boot.Path(0).Percentile);
    }

    [Fact]
    public void A_resample_allocates_nothing()
    {
        var answers = Population.Sample(100, 4, whole: true);
        var work = new PathResampler(Pls.Fit(model, answers), PathBootstrap.Source(model, answers, null, MissingAnswers.Casewise, Draws.Seeded(1), null));
        var (rows, into) = (new int[100], new double[200]);
        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var b = 0; b < 20; b++)
            {
                var stream = Draws.Seeded(1).Of(b);
                stream.Resample(rows);
                work.Draw(rows, into);
            }
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Allocated();
        // The seed itself, once a round.
        Assert.InRange(Allocated(), 0, 20 * 24);
    }

    static void Same(PathInterval expected, PathInterval actual)
    {
        Reference.Close(expected.Value, actual.Value, 1e-10);
        Reference.Close(expected.StandardError!.Value, actual.StandardError, 1e-10);
        Reference.Close(expected.Accelerated!.Value.Upper, actual.Accelerated!.Value.Upper, 1e-9);
    }
}

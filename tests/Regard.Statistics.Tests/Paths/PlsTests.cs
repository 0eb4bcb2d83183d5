namespace Regard.Statistics.Tests.Paths;

public sealed class PlsTests
{
    static readonly PathModel model = Population.Model();

    [Fact]
    public void Consistent_PLS_finds_the_paths_and_loadings_of_a_factor_model_exactly()
    {
        var fit = Pls.Fit(model, CovarianceMatrix.Of(Population.Items, Population.Correlations(), 500), new PathOptions { Consistent = true });
        Reference.Close(Population.AB, fit.Path("A", "B").Value, 1e-10);
        Reference.Close(Population.AC, fit.Path("A", "C").Value, 1e-10);
        Reference.Close(Population.BC, fit.Path("B", "C").Value, 1e-10);
        foreach (var (item, loading) in fit.Items.Zip(Population.Loadings)) Reference.Close(loading, item.Loading, 1e-10);
        Reference.Close(0, fit.Srmr, 1e-10);
        Reference.Close(0, fit.SrmrSaturated, 1e-10);
    }

    [Fact]
    public void Two_formative_blocks_give_the_first_canonical_correlation()
    {
        // Items x1, x2 against y1, y2, uncorrelated within: canonical correlations are singular values of the block between.
        double[,] r = { { 1, 0, 0.5, 0.1 }, { 0, 1, 0.2, 0.3 }, { 0.5, 0.2, 1, 0 }, { 0.1, 0.3, 0, 1 } };
        var two = PathModel.Of("two", [new("X", ["x1", "x2"], OuterMode.B), new("Y", ["y1", "y2"], OuterMode.B)], [new("X", "Y")]);
        foreach (var scheme in Enum.GetValues<InnerScheme>())
        {
            var fit = Pls.Fit(two, CovarianceMatrix.Of(["x1", "x2", "y1", "y2"], r, 100), new PathOptions { Scheme = scheme });
            // Largest eigenvalue of M'M, M = (0.5 0.1; 0.2 0.3): trace 0.39, determinant 0.13^2.
            Reference.Close(Math.Sqrt((0.39 + Math.Sqrt(0.39 * 0.39 - 4 * 0.13 * 0.13)) / 2), fit.Path("X", "Y").Value, 1e-11);
            Assert.Null(fit["X"].RhoC);
        }
    }

    [Fact]
    public void Two_reflective_blocks_give_the_first_singular_vectors()
    {
        double[,] r = { { 1, 0.4, 0.5, 0.1 }, { 0.4, 1, 0.2, 0.3 }, { 0.5, 0.2, 1, 0.6 }, { 0.1, 0.3, 0.6, 1 } };
        var two = PathModel.Of("two", [new("X", ["x1", "x2"]), new("Y", ["y1", "y2"])], [new("X", "Y")]);
        var fit = Pls.Fit(two, CovarianceMatrix.Of(["x1", "x2", "y1", "y2"], r, 100));
        // The leading eigenvector of MM' with M = (0.5 0.1; 0.2 0.3), MM' = (0.26 0.13; 0.13 0.13).
        var largest = (0.39 + Math.Sqrt(0.13 * 0.13 + 4 * 0.13 * 0.13)) / 2;
        Reference.Close((largest - 0.26) / 0.13, fit.Items[1].Weight / fit.Items[0].Weight, 1e-11);
    }

    [Fact]
    public void A_weight_counts_as_that_many_rows()
    {
        var answers = Population.Sample(80, 4, whole: true);
        int[] times = [.. Enumerable.Range(0, 80).Select(i => i % 4)];
        var repeated = answers.Take([.. Enumerable.Range(0, 80).SelectMany(i => Enumerable.Repeat(i, times[i]))]);
        var (weighted, rows) = (Pls.Fit(model, answers, weights: [.. times.Select(t => (double)t)]), Pls.Fit(model, repeated));
        foreach (var (a, b) in rows.Items.Zip(weighted.Items)) Reference.Close(a.Weight, b.Weight, 1e-11);
        foreach (var (a, b) in rows.Constructs.Zip(weighted.Constructs)) Reference.Close(a.Score!.Value!.Value, b.Score!.Value, 1e-11);
        Assert.Equal(60, weighted.Covariances.N);
        Assert.Equal(20, weighted.Covariances.LeftOut);
    }

    [Fact]
    public void The_unit_of_an_answer_changes_nothing_but_a_turned_scale_counts()
    {
        var answers = Population.Sample(120, 5, whole: true);
        var other = Observations.Of(answers.Names, [.. answers.Names.Select(n => n == "a2" ? answers[n].ToArray().Select(x => 11 - x).ToArray() : answers[n].ToArray().Select(x => 1000 + 3 * x).ToArray())]);
        var free = PathModel.Of("free", model.Constructs, model.Paths).With(new Dictionary<string, Scale> { ["a2"] = new(1, 10, Reversed: true) }, model.Questions);
        var (plain, changed) = (Pls.Fit(model, answers), Pls.Fit(free, other));
        foreach (var (a, b) in plain.Paths.Zip(changed.Paths)) Reference.Close(a.Value, b.Value, 1e-11);
        foreach (var (a, b) in plain.Items.Zip(changed.Items)) Reference.Close(a.Loading, b.Loading, 1e-11);
        Assert.Null(changed["A"].Score);
    }

    [Fact]
    public void Complete_answers_make_the_choice_about_missing_ones_void()
    {
        var answers = Population.Sample(100, 6, whole: true);
        foreach (var missing in Enum.GetValues<MissingAnswers>())
        {
            var fit = Pls.Fit(model, answers, missing: missing);
            Assert.Null(fit.Covariances.Missing);
            Assert.Equal(Pls.Fit(model, answers).Path("A", "B").Value, fit.Path("A", "B").Value);
        }
    }

    [Fact]
    public void Missing_answers_are_left_out_casewise_as_if_the_rows_were_not_there()
    {
        var gaps = Population.WithGaps(Population.Sample(200, 7, whole: true), 0.05, 1);
        var (fit, complete) = (Pls.Fit(model, gaps), Pls.Fit(model, gaps.Complete()));
        Assert.Equal(complete.Path("A", "C").Value, fit.Path("A", "C").Value, 1e-12);
        Assert.Equal((MissingAnswers.Casewise, 200L), (fit.Covariances.Missing!.Value, fit.Covariances.N + fit.Covariances.LeftOut));
    }

    [Fact]
    public void The_mean_stands_in_as_if_it_were_written_into_the_gaps()
    {
        var gaps = Population.WithGaps(Population.Sample(200, 8, whole: true), 0.05, 1);
        var filled = Observations.Of(gaps.Names, [.. gaps.Names.Select(n =>
        {
            var mean = gaps[n].ToArray().Where(x => !double.IsNaN(x)).Average();
            return gaps[n].ToArray().Select(x => double.IsNaN(x) ? mean : x).ToArray();
        })]);
        var (fit, written) = (Pls.Fit(model, gaps, missing: MissingAnswers.Mean), Pls.Fit(model, filled));
        foreach (var (a, b) in written.Paths.Zip(fit.Paths)) Reference.Close(a.Value, b.Value, 1e-11);
        Reference.Close(written["B"].Score!.Value!.Value, fit["B"].Score!.Value, 1e-11);
        Reference.Close(written.Covariances.Covariance(0, 1), fit.Covariances.Covariance(0, 1), 1e-11);
    }

    [Fact]
    public void Pairs_are_those_that_both_answered_in_rows_and_in_cells_alike()
    {
        var gaps = Population.WithGaps(Population.Sample(300, 9, whole: true), 0.08, 1);
        var builder = new MomentsBuilder(9);
        for (var i = 0; i < 300; i++) builder.Add([.. gaps.Names.Select(n => double.IsNaN(gaps[n][i]) ? Moments.Missing : (byte)(gaps[n][i] - 1))]);
        var (cell, scales) = (builder.ToMoments(), Enumerable.Repeat(new Scale(1, 10), 9).ToArray());
        foreach (var missing in (MissingAnswers[])[MissingAnswers.Pairwise, MissingAnswers.Mean])
        {
            var (rows, fit) = (Pls.Fit(model, gaps, missing: missing), Pls.Fit(model, CovarianceMatrix.Of(cell, gaps.Names, scales, missing)));
            foreach (var (a, b) in rows.Items.Zip(fit.Items)) Reference.Close(a.Weight, b.Weight, 1e-11);
            Reference.Close(rows["C"].Score!.StandardError!.Value, fit["C"].Score!.StandardError, 1e-11);
        }
        var first = CovarianceMatrix.Of(gaps, missing: MissingAnswers.Pairwise);
        var both = Enumerable.Range(0, 300).Where(i => !double.IsNaN(gaps[0][i]) && !double.IsNaN(gaps[1][i])).ToArray();
        double m0 = both.Average(i => gaps[0][i]), m1 = both.Average(i => gaps[1][i]);
        Reference.Close(both.Sum(i => (gaps[0][i] - m0) * (gaps[1][i] - m1)) / (both.Length - 1), first.Covariance(0, 1), 1e-11);
        Assert.Throws<DataRefused>(() => CovarianceMatrix.Of(cell, gaps.Names, scales, MissingAnswers.Casewise));
    }

    [Fact]
    public void A_fit_that_does_not_settle_says_so()
    {
        var fit = Pls.Fit(model, Population.Sample(50, 10), new PathOptions { MostIterations = 2 });
        Assert.False(fit.Converged);
        Assert.Equal(3, fit.Iterations);
    }

    [Fact]
    public void What_determines_one_another_is_refused_by_name()
    {
        var answers = Population.Sample(60, 11);
        var twin = Observations.Of([.. answers.Names, "a4"], [.. answers.Names.Select(n => answers[n].ToArray()), answers["a1"].ToArray()]);
        PathModel Of(params PathConstruct[] constructs) => PathModel.Of("m", constructs, [new("A", "C"), new("B", "C")]);
        Assert.Contains("a1, a2, a4", Assert.Throws<DataRefused>(() => Pls.Fit(Of(new("A", ["a1", "a2", "a4"], OuterMode.B), new("B", ["b1"]), new("C", ["c1"])), twin)).Message);
        Assert.Contains("A, B", Assert.Throws<DataRefused>(() => Pls.Fit(Of(new("A", ["a1"]), new("B", ["a4"]), new("C", ["c1"])), twin)).Message);
        Assert.Contains("Nobody answered", Assert.Throws<DataRefused>(() => Pls.Fit(model, Observations.WithMissing(answers.Names, [[.. Enumerable.Repeat(double.NaN, 60)], .. answers.Names.Skip(1).Select(n => answers[n].ToArray())]), missing: MissingAnswers.Pairwise)).Message);
    }

    [Fact]
    public void Weights_that_cannot_be_are_refused()
    {
        var answers = Population.Sample(30, 12);
        foreach (var weight in (double[])[-1, double.NaN, double.PositiveInfinity])
            Assert.Equal(DataFault.BadWeights, Assert.Throws<DataRefused>(() => Pls.Fit(model, answers, weights: [weight, .. Enumerable.Repeat(1.0, 29)])).Fault);
        Assert.Equal(DataFault.BadWeights, Assert.Throws<DataRefused>(() => Pls.Fit(model, answers, weights: new double[30])).Fault);
        Assert.Equal(DataFault.BadWeights, Assert.Throws<DataRefused>(() => Pls.Fit(model, answers, weights: [1])).Fault);
    }
}

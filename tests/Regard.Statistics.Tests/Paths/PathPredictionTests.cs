namespace Regard.Statistics.Tests.Paths;

public sealed class PathPredictionTests
{
    static readonly PathModel model = Population.Model();

    [Fact]
    public void Errors_from_sums_are_those_of_predicting_row_by_row()
    {
        var answers = Population.Sample(60, 3, whole: true);
        var rows = AnswerRows.Of(answers, null, MissingAnswers.Casewise);
        var folds = Enumerable.Range(0, 4).Select(f => new ArraySegment<int>([.. Enumerable.Range(0, 60).Where(i => i % 4 == f)])).ToArray();
        var predicted = PathPrediction.Of(model, rows, folds, new());
        double error = 0, plain = 0;
        foreach (var fold in folds)
        {
            var training = answers.Take([.. Enumerable.Range(0, 60).Except(fold)]);
            var fit = Pls.Fit(model, training);
            double Z(string item, int row) => (answers[item][row] - Mean(training[item])) / Deviation(training[item]);
            foreach (var row in fold)
            {
                var a = fit.Items.Where(i => i.Construct == "A").Sum(i => i.Weight * Z(i.Name, row));
                var guess = fit.Items.Single(i => i.Name == "c2").Loading * fit.Effects.Single(e => e is { From: "A", To: "C" }).Total * a;
                error += Math.Pow((Z("c2", row) - guess) * Deviation(training["c2"]), 2);
                plain += Math.Pow(answers["c2"][row] - Mean(training["c2"]), 2);
            }
        }
        var c2 = predicted.Items.Single(i => i.Name == "c2");
        Reference.Close(1 - error / plain, c2.Q2, 1e-11);
        Reference.Close(Math.Sqrt(error / 60), c2.Rmse, 1e-11);
        Assert.Equal(6, predicted.Items.Count);
    }

    [Fact]
    public void A_true_model_predicts_better_than_the_mean_and_about_as_well_as_a_regression()
    {
        var predicted = PathPrediction.Of(model, Population.Sample(2000, 4), Draws.Seeded(1), repeats: 2);
        Assert.All(predicted.Items, i => Assert.InRange(i.Q2, 0.05, 0.4));
        Assert.All(predicted.Items, i => Assert.InRange(i.Rmse / i.RmseLinear!.Value, 0.99, 1.01));
    }

    [Fact]
    public void Nothing_is_predicted_of_what_nothing_acts_on_in_truth()
    {
        var stream = Draws.Seeded(9).Of(0);
        var noise = Observations.Of(Population.Items, [.. Population.Items.Select(_ => Enumerable.Range(0, 400).Select(_ => stream.Normal()).ToArray())]);
        Assert.All(PathPrediction.Of(model, noise, Draws.Seeded(1)).Items, i => Assert.InRange(i.Q2, -0.1, 0.03));
        Assert.All(Blindfolding.Of(model, noise).Redundancy, r => Assert.InRange(r.Q2, -0.1, 0.05));
    }

    [Fact]
    public void Blinding_finds_what_sources_tell_of_a_construct()
    {
        var blinded = Blindfolding.Of(model, Population.Sample(700, 5));
        Assert.Equal((8, "B"), (blinded.Distance, blinded.Redundancy[0].Construct));
        // Redundancy: R2 x communality, about 0.26 x 0.72 and 0.36 x 0.68 here.
        Assert.InRange(blinded.Redundancy[0].Q2, 0.12, 0.25);
        Assert.InRange(blinded.Redundancy[1].Q2, 0.18, 0.32);
    }

    [Fact]
    public void An_item_that_only_one_row_tells_apart_is_refused_by_name()
    {
        var answers = Population.Sample(40, 6);
        var columns = answers.Names.Select(n => n == "b3" ? [1, .. new double[39]] : answers[n].ToArray()).ToArray();
        var lone = Observations.Of(answers.Names, columns);
        Assert.Contains("b3", Assert.Throws<DataRefused>(() => PathPrediction.Of(model, lone, Draws.Seeded(1))).Message);
        Assert.Contains("b3", Assert.Throws<DataRefused>(() => Blindfolding.Of(model, lone)).Message);
    }

    static double Mean(ReadOnlySpan<double> x) => x.ToArray().Average();

    static double Deviation(ReadOnlySpan<double> x)
    {
        var (values, mean) = (x.ToArray(), Mean(x));
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1));
    }
}

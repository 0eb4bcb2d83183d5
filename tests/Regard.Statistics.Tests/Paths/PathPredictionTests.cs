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
    public void Blinding_equals_its_definition_worked_out_answer_by_answer()
    {
        // Every seventh answer of C's items, counted down one item after the other, is replaced by the mean of the item's others and guessed from A and B.
        var answers = Population.Sample(60, 8, whole: true);
        double error = 0, plain = 0;
        for (var from = 0; from < 7; from++)
        {
            var blind = Enumerable.Range(0, 180).Where(i => i % 7 == from).Select(i => (Item: 6 + i / 60, Row: i % 60)).ToHashSet();
            double[][] columns = [.. Enumerable.Range(0, 9).Select(item => answers[Population.Items[item]].ToArray())];
            for (var item = 6; item < 9; item++)
            {
                var mean = columns[item].Where((_, row) => !blind.Contains((item, row))).Average();
                foreach (var (_, row) in blind.Where(b => b.Item == item)) columns[item][row] = mean;
            }
            var fit = Pls.Fit(model, Observations.Of(Population.Items, columns));
            double Z(int item, int row) => (columns[item][row] - columns[item].Average()) / Deviation(columns[item]);
            double Score(string construct, int row) => Enumerable.Range(0, 9).Where(i => fit.Items[i].Construct == construct).Sum(i => fit.Items[i].Weight * Z(i, row));
            foreach (var (item, row) in blind)
            {
                var guess = fit.Items[item].Loading * fit.Paths.Where(p => p.To == "C").Sum(p => p.Value * Score(p.From, row));
                var truth = (answers[Population.Items[item]][row] - columns[item][row]) / Deviation(columns[item]);
                error += (truth - guess) * (truth - guess);
                plain += truth * truth;
            }
        }
        Reference.Close(1 - error / plain, Blindfolding.Of(model, answers).Redundancy.Single(r => r.Construct == "C").Q2, 1e-10);
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

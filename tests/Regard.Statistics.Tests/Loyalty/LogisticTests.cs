using Regard.Statistics.Tests.Drivers;

namespace Regard.Statistics.Tests.Loyalty;

public sealed class LogisticTests
{
    // 2 x 2 table: log odds ratio and its error by hand.
    static readonly Observations Table = Observations.Of(["y", "x"], [
        [.. Enumerable.Range(0, 100).Select(i => i is < 30 or >= 60 and < 70 ? 1.0 : 0)], [.. Enumerable.Range(0, 100).Select(i => i < 60 ? 1.0 : 0)]]);

    internal static Observations Random(int rows, int seed, params double[] slopes)
    {
        var stream = Draws.Seeded(seed).Of(0);
        var columns = Enumerable.Range(0, slopes.Length + 1).Select(_ => new double[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var eta = -0.5;
            for (var j = 0; j < slopes.Length; j++)
            {
                columns[j + 1][i] = stream.Normal();
                eta += slopes[j] * columns[j + 1][i];
            }
            columns[0][i] = stream.Uniform() < 1 / (1 + Math.Exp(-eta)) ? 1 : 0;
        }
        return Observations.Of(["y", .. Columns.Names(slopes.Length)], columns);
    }

    [Fact]
    public void A_two_by_two_table_gives_its_log_odds_ratio()
    {
        var fit = LogisticRegression.Fit(Table, "y", ["x"]);
        Reference.Close(Math.Log(30.0 / 30 / (10.0 / 30)), fit["x"].Coefficient);
        Reference.Close(Math.Sqrt(1 / 30.0 + 1 / 30.0 + 1 / 10.0 + 1 / 30.0), fit["x"].Estimate!.StandardError);
        Reference.Close(Math.Sqrt(1 / 10.0 + 1 / 30.0), fit.Intercept.Estimate!.StandardError);
        Reference.Close(0.25, fit.Probability([0]));
    }

    [Fact]
    public void Reasons_sum_to_the_distance_from_the_average_customer()
    {
        var (data, names) = (Random(300, 1, 1, -0.5, 0), Columns.Names(3));
        var fit = LogisticRegression.Fit(data, "y", names);
        double[] customer = [2, 0.3, -1];
        Reference.Close(fit.LogOddsOf(customer) - fit.LogOddsOf(fit.Means), fit.Contributions(customer).Sum());
    }

    [Fact]
    public void Ridge_without_weight_is_no_penalty_and_a_large_one_leaves_the_constant()
    {
        var (data, names) = (Random(300, 1, 1, -0.5, 0), Columns.Names(3));
        var (none, little) = (LogisticRegression.Fit(data, "y", names), LogisticRegression.Fit(data, "y", names, new() { Ridge = 1e-12 }));
        foreach (var c in none.Coefficients) Reference.Close(c.Coefficient, little[c.Name].Coefficient, 1e-9);
        Reference.Close(4, little.Parameters, 1e-9);
        var all = LogisticRegression.Fit(data, "y", names, new() { Ridge = 1e9 });
        Assert.All(all.Coefficients, c => Assert.Equal(0, c.Coefficient, 1e-8));
        Reference.Close(1, all.Parameters, 1e-6);
        Reference.Close(all.NullLogLikelihood, all.LogLikelihood, 1e-8);
    }

    [Fact]
    public void Penalised_fits_meet_their_conditions()
    {
        // Slope of the log-likelihood over n: ridge b for ridge; for the lasso its sign times the penalty, and within the penalty where dropped.
        var (data, names) = (Random(400, 2, 1, -0.4, 0.1, 0, 0), Columns.Names(5));
        foreach (var (ridge, lasso) in new[] { (0.1, 0.0), (0, 0.05), (0.02, 0.03) })
        {
            var fit = LogisticRegression.Fit(data, "y", names, new() { Ridge = ridge, Lasso = lasso });
            Assert.True(fit.Converged);
            var risk = fit.Probabilities(data);
            foreach (var name in names)
            {
                var x = data[name].ToArray();
                var deviation = Math.Sqrt(x.Sum(v => (v - x.Average()) * (v - x.Average())) / x.Length);
                var slope = Enumerable.Range(0, x.Length).Sum(i => (data["y"][i] - risk[i]) * (x[i] - x.Average()) / deviation) / x.Length;
                var b = fit[name].Coefficient * deviation;
                if (b == 0) Assert.True(Math.Abs(slope) <= lasso + 1e-9);
                else Assert.Equal(ridge * b + lasso * Math.Sign(b), slope, 1e-9);
            }
            Assert.Equal(lasso > 0, fit.Coefficients.Any(c => c.Coefficient == 0));
            Assert.Equal(lasso > 0, fit.Intercept.Estimate is null);
        }
    }

    [Fact]
    public void Cross_validation_keeps_what_matters()
    {
        var (data, names) = (Random(500, 3, 1, -0.8, 0, 0, 0, 0, 0, 0), Columns.Names(8));
        var choice = PenaltyChoice.Of(data, "y", names, lasso: true, Draws.Seeded(1));
        Assert.True(choice.Best <= choice.Simplest);
        var fit = LogisticRegression.Fit(data, "y", names, new() { Lasso = choice.Simplest });
        Assert.Equal(["X1", "X2"], fit.Coefficients.Where(c => c.Coefficient != 0).Select(c => c.Name));
        Assert.Equal(choice.Trials, PenaltyChoice.Of(data, "y", names, lasso: true, Draws.Seeded(1), threads: 3).Trials);
        var ridge = PenaltyChoice.Of(data, "y", names, lasso: false, Draws.Seeded(1));
        Assert.InRange(ridge.Best, ridge.Trials[^1].Penalty, ridge.Trials[0].Penalty);
    }

    [Fact]
    public void What_parts_everybody_is_refused_by_name_and_taken_with_ridge()
    {
        var parted = Observations.Of(["y", "x", "z"], [[0, 0, 0, 0, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8], [3, 1, 2, 3, 1, 3, 2, 1]]);
        var refused = Assert.Throws<DataRefused>(() => LogisticRegression.Fit(parted, "y", ["x", "z"]));
        Assert.Equal(DataFault.Separated, refused.Fault);
        Assert.Contains("x", refused.Columns);
        Assert.True(LogisticRegression.Fit(parted, "y", ["x", "z"], new() { Ridge = 0.1 }).Converged);
        // A level that nobody left from: separated though other columns are not.
        var level = Random(300, 5, 0.5);
        var never = Observations.Of(["y", "X1", "loyal"], [level["y"].ToArray(), level["X1"].ToArray(), [.. Enumerable.Range(0, 300).Select(i => level["y"][i] == 0 && i % 3 == 0 ? 1.0 : 0)]]);
        Assert.Equal("loyal", Assert.Single(Assert.Throws<DataRefused>(() => LogisticRegression.Fit(never, "y", ["X1", "loyal"])).Columns));
    }

    [Fact]
    public void What_follows_from_others_is_refused_by_name()
    {
        var data = Random(50, 4, 1);
        var twice = Observations.Of(["y", "a", "b"], [data["y"].ToArray(), data["X1"].ToArray(), [.. data["X1"].ToArray().Select(x => 1 - 2 * x)]]);
        Assert.Contains("b follows exactly from a", Assert.Throws<DataRefused>(() => LogisticRegression.Fit(twice, "y", ["a", "b"])).Message);
        Assert.Equal(DataFault.OutOfRange, Assert.Throws<DataRefused>(() => LogisticRegression.Fit(data, "X1", ["y"])).Fault);
    }

    [Fact]
    public void Names_are_compared_with_their_reference()
    {
        string[] labels = ["b", "c", "a", "b"];
        var coding = CategoryCoding.Of("grade", labels, "b");
        Assert.Equal(["grade=a", "grade=c"], coding.Names);
        Assert.Equal([[0, 0, 1, 0], [0, 1, 0, 0]], coding.Code(labels));
        Assert.Equal("a", CategoryCoding.Of("grade", labels).Reference);
        Assert.Contains("grade", Assert.Throws<DataRefused>(() => coding.Code(["d"])).Message);
        Assert.Contains("grade", Assert.Throws<DataRefused>(() => CategoryCoding.Of("grade", ["a", "a"])).Message);
    }
}

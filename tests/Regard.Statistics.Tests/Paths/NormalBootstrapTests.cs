namespace Regard.Statistics.Tests.Paths;

/// <summary>Where only moments are kept, intervals come from samples as a normal population has them.</summary>
public sealed class NormalBootstrapTests
{
    static readonly PathModel model = PathModel.Of("Two", [new("X", ["x1", "x2", "x3"]), new("Y", ["y1", "y2"])], [new("X", "Y")]);

    static Observations Sample(int rows)
    {
        var stream = Draws.Seeded(4).Of(0);
        var columns = model.Items.Select(_ => new double[rows]).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var x = stream.Normal();
            var y = 0.6 * x + 0.8 * stream.Normal();
            for (var j = 0; j < columns.Length; j++) columns[j][i] = 0.8 * (j < 3 ? x : y) + 0.6 * stream.Normal();
        }
        return Observations.Of(model.Items, columns);
    }

    [Fact]
    public void For_normal_answers_the_errors_are_those_of_drawn_rows()
    {
        var data = Sample(400);
        var rows = PathBootstrap.Run(model, data, Draws.Seeded(1), 2000);
        var normal = PathBootstrap.Normal(Pls.Fit(model, data), Draws.Seeded(2), 2000);
        Assert.False(normal.FromRows);
        Assert.Equal(rows.Path(0).StandardError!.Value, normal.Path(0).StandardError!.Value, 0.1 * rows.Path(0).StandardError!.Value);
        for (var i = 0; i < model.Items.Count; i++) Assert.Equal(rows.Loading(i).StandardError!.Value, normal.Loading(i).StandardError!.Value, 0.15 * rows.Loading(i).StandardError!.Value);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_numbers()
    {
        var fit = Pls.Fit(model, Sample(200));
        var one = PathBootstrap.Normal(fit, Draws.Seeded(3), 200, threads: 1);
        Assert.Equal(one.Path(0), PathBootstrap.Normal(fit, Draws.Seeded(3), 200, threads: 8).Path(0));
    }

    [Fact]
    public void Fewer_answers_than_items_are_refused() =>
        Assert.Equal(DataFault.TooFewRows, Assert.Throws<DataRefused>(() => PathBootstrap.Normal(Pls.Fit(model, Sample(6)), Draws.Seeded(1))).Fault);
}

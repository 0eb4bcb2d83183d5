namespace Regard.Statistics.Tests.Loyalty;

public sealed class ChurnModelTests
{
    static readonly ChurnSpecification Specification = new("left", ["gap", "score"], [new("region", "north")]);

    // Risk grows with the gap, falls with the score, is higher in the south, and changes by nothing else.
    static ChurnData Made(int rows, int seed)
    {
        var stream = Draws.Seeded(seed).Of(0);
        double[] left = new double[rows], gap = new double[rows], score = new double[rows], month = new double[rows];
        var region = new string[rows];
        for (var i = 0; i < rows; i++)
        {
            (gap[i], score[i], month[i], region[i]) = (60 * stream.Uniform(), 100 * stream.Uniform(), i % 12, new[] { "north", "south", "west" }[stream.Below(3)]);
            left[i] = stream.Uniform() < 1 / (1 + Math.Exp(1 - 0.05 * gap[i] + 0.03 * score[i] - (region[i] == "south" ? 1 : 0))) ? 1 : 0;
        }
        return new(Observations.Of(["left", "gap", "score", "month"], [left, gap, score, month]), [new("region", region)]);
    }

    [Fact]
    public void The_last_months_are_held_out_and_the_card_says_so()
    {
        var model = ChurnModel.Fit(Made(3000, 1), Specification, new() { HeldOut = HeldOutRows.From("month", 9), Data = "customers", On = new(2026, 11, 22) });
        Assert.Equal((2250, 750), (model.Card.Rows, model.Card.HeldOutRows));
        Assert.Equal(("month from 9 on", new DateOnly(2026, 11, 22), "customers"), (model.Card.HeldOut, model.Card.On, model.Card.Data));
        Assert.Equal(["gap", "score", "region=south", "region=west"], model.Card.Features);
        Assert.Equal(model.HeldOut!.Roc.Auc, model.Card.Auc);
        // A model of the right form finds the truth, and is right about rows it has not seen.
        var worlds = Enumerable.Range(0, 60).Select(seed => ChurnModel.Fit(Made(1200, seed), Specification, new() { HeldOut = HeldOutRows.From("month", 6) })).ToArray();
        Assert.InRange(worlds.Count(m => m.Card.CalibrationSlope is var e && e.Lower <= 1 && 1 <= e.Upper), 52, 60);
        Assert.InRange(worlds.Count(m => m.Regression["region=south"].Estimate is { } e && e.Lower <= 1 && 1 <= e.Upper), 52, 60);
    }

    [Fact]
    public void Reasons_name_columns_and_sum_to_the_risk()
    {
        var data = Made(2000, 2);
        var model = ChurnModel.Fit(data, Specification);
        var risks = model.Risks(data);
        for (var row = 0; row < 20; row++)
        {
            var reasons = model.Reasons(data, row);
            Assert.Equal(["gap", "region", "score"], reasons.Select(r => r.Column).Order());
            Assert.Equal(reasons.OrderByDescending(r => Math.Abs(r.Contribution)), reasons);
            var average = model.Regression.LogOddsOf(model.Regression.Means);
            Reference.Close(Math.Log(risks[row] / (1 - risks[row])), average + reasons.Sum(r => r.Contribution), 1e-10);
            Assert.Equal(data.Categories[0].Labels[row], reasons.Single(r => r.Column == "region").Level);
            var risk = model.Risk(data, row)!;
            Reference.Close(risks[row], risk.Value);
            Assert.InRange(risks[row], risk.Lower!.Value, risk.Upper!.Value);
        }
    }

    [Fact]
    public void A_penalty_is_chosen_within_the_rows_fitted_to()
    {
        var model = ChurnModel.Fit(Made(600, 3), Specification, new() { HeldOut = HeldOutRows.Share(0.25, Draws.Seeded(1)), ChooseLasso = true });
        Assert.Equal((450, 150), (model.Card.Rows, model.Card.HeldOutRows));
        Assert.True(model.Card.Lasso > 0 && model.Card.Ridge == 0);
        Assert.Null(model.Risk(Made(600, 3), 0));
        Assert.Equal(model.Choice!.Simplest, model.Card.Lasso);
        Assert.True(ChurnModel.Fit(Made(600, 3), Specification, new() { ChooseRidge = true }).Card.Ridge > 0);
    }

    [Fact]
    public void A_level_never_seen_and_a_split_without_rest_are_refused_in_words()
    {
        var data = Made(500, 4);
        var model = ChurnModel.Fit(data, Specification);
        Assert.Contains("abroad was no level of region", Assert.Throws<DataRefused>(() => model.Risks(data with { Categories = [new("region", [.. Enumerable.Repeat("abroad", 500)])] })).Message);
        Assert.Contains("no row to test on", Assert.Throws<DataRefused>(() => ChurnModel.Fit(data, Specification, new() { HeldOut = HeldOutRows.From("month", 99) })).Message);
        Assert.Throws<DataRefused>(() => HeldOutRows.Share(1.2, Draws.Seeded(1)));
        Assert.Throws<DataRefused>(() => ChurnModel.Fit(data, Specification with { Target = "gap", Features = ["score"] }));
    }
}

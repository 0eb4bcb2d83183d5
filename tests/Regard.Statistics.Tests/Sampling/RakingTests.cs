using Regard.Statistics.Tests.Contract;

namespace Regard.Statistics.Tests.Sampling;

public sealed class RakingTests
{
    static readonly string[] Gender = ["f", "f", "f", "f", "f", "m", "m", "m", "m", "f", "m", "f"], Age = ["y", "y", "o", "o", "y", "y", "o", "o", "y", "o", "y", "y"];
    static readonly double[] Design = [1, 2, 1, 1.5, 1, 2, 1, 1, 3, 1, 1, 2];
    static readonly double?[] Answers = [7, 8, 5, 6, 9, 4, 6, 7, 5, 8, 3, 10];

    static RakingMargin Margin(string name, params (string Category, double Target)[] targets) => RakingMargin.Of(name, targets.ToDictionary(t => t.Category, t => t.Target));
    static RakingMargin GenderMargin => Margin("gender", ("f", 0.52), ("m", 0.48));
    static RakingMargin AgeMargin => Margin("age", ("y", 0.4), ("o", 0.6));

    [Fact]
    public void Weights_over_a_design_and_the_mean_under_them_equal_those_of_survey()
    {
        // R 4.2.2, survey 4.1.1: rake(svydesign(weights = ~b), f 52 m 48, y 40 o 60, epsilon 1e-14); 2026-11-22.
        double[] expected = [
            2.910758106365102, 5.821516212730205, 9.867271817659825, 14.800907726489738, 2.910758106365102, 7.511817120603128,
            12.732274319095309, 12.732274319095309, 11.267725680904691, 9.867271817659825, 3.755908560301564, 5.821516212730205];
        var raked = Raking.Fit([GenderMargin, AgeMargin], [Gender, Age], weights: Design);
        Assert.True(raked.Converged);
        foreach (var (e, w) in expected.Zip(raked.Weights)) Reference.Close(e, w * 100 / raked.Weights.Sum());
        Reference.Close(6.316125902355812, raked.Mean(Answers).Value);
        var stratified = Raking.Fit([GenderMargin], [Gender], weights: Design).Mean(Answers);
        Reference.Close(6.390526315789474, stratified.Value);
        Reference.Close(0.4117149558776942, stratified.StandardError);
    }

    [Fact]
    public void Weights_and_means_of_a_bank_equal_those_of_survey()
    {
        var (data, expected) = (Reference.Data("satisfaction.csv"), Reference.Results("weights_raking.json"));
        string[] gender = [.. data.Rows.Select(r => r[data.Slot("gender")])], group = [.. data.Numbers("imag1").Select(x => x >= 8 ? "A" : "B")];
        var women = Margin("gender", ("female", 520), ("male", 480));
        var raked = Raking.Fit([women, Margin("group", ("A", 600), ("B", 400))], [gender, group]);
        foreach (var cell in raked.Cells) Reference.Close(expected["raked_weight_by_cell"]![string.Join(' ', cell.Categories)].Number(), cell.Weight);
        Reference.Close(expected["kish_deff"].Number(), raked.DesignEffect);
        Reference.Close(expected["kish_effective_n"].Number(), raked.EffectiveN);
        var stratified = Raking.Fit([women], [gender]);
        foreach (var item in (string[])["sat1", "loy1"])
        {
            double?[] answers = [.. data.Numbers(item).Cast<double?>()];
            Reference.Close(expected["raked_mean"]![item].Number(), raked.Mean(answers).Value);
            Reference.Close(expected["raked_se_calibrated_design"]![item].Number(), raked.Mean(answers).StandardError);
            Reference.Close(expected["poststratified_mean"]![item].Number(), stratified.Mean(answers).Value);
            Reference.Close(expected["poststratified_se"]![item].Number(), stratified.Mean(answers).StandardError);
        }
    }

    [Fact]
    public void A_bound_holds_and_the_margins_still_do()
    {
        var free = Raking.Fit([GenderMargin, AgeMargin], [Gender, Age], weights: Design);
        var bound = Raking.Fit([GenderMargin, AgeMargin], [Gender, Age], new(Trim: 1.6), Design);
        Assert.True(free.Weights.Max() > 1.7 * free.Weights.Average());
        Assert.True(bound.Converged);
        Assert.Equal(1.6 * bound.Weights.Average(), bound.Weights.Max(), 1e-12);
        Assert.All(bound.Margins, m => Assert.Equal(m.Target, m.After, 1e-12));
        Assert.Equal(bound.Weights.LongCount(w => w > 1.6 * bound.Weights.Average() - 1e-12), bound.Trimmed);
        Assert.True(bound.DesignEffect < free.DesignEffect);
    }

    [Fact]
    public void Weights_under_the_bound_keep_the_products_of_their_factors()
    {
        // Two rows of one combination keep the ratio of the weights that came in, unless one is held down.
        var weights = Raking.Fit([GenderMargin, AgeMargin], [Gender, Age], new(Trim: 1.6), Design).Weights;
        Assert.Equal(2, weights[1] / weights[0], 1e-12);
        Assert.Equal(3, weights[8] / weights[10], 1e-12);
    }

    [Fact]
    public void A_bound_that_no_weights_can_keep_is_said_not_to_settle()
    {
        var raked = Raking.Fit([Margin("gender", ("f", 0.1), ("m", 0.9))], [Gender], new(Trim: 1.2));
        Assert.False(raked.Converged);
        Assert.All(raked.Weights, w => Assert.True(double.IsFinite(w)));
    }

    [Fact]
    public void Shares_percentages_and_people_give_the_same_weights_up_to_scale()
    {
        var people = Raking.Fit([Margin("gender", ("f", 5200), ("m", 4800))], [Gender]);
        var percent = Raking.Fit([Margin("gender", ("f", 52), ("m", 48))], [Gender]);
        Assert.Equal(10000, people.Weights.Sum(), 1e-8);
        Assert.Equal(12, percent.Weights.Sum(), 1e-12);
        Assert.All(people.Weights.Zip(percent.Weights), w => Assert.Equal(10000 / 12.0, w.First / w.Second, 1e-9));
    }

    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        void Refused(DataFault fault, string words, Action act)
        {
            var refused = Assert.Throws<DataRefused>(act);
            Assert.Equal(fault, refused.Fault);
            Assert.Contains(words, refused.Message);
        }
        Refused(DataFault.BadSpecification, "shares of gender sum to 0.8", () => Margin("gender", ("f", 0.4), ("m", 0.4)));
        Refused(DataFault.BadSpecification, "gender = x", () => Raking.Fit([Margin("gender", ("f", 0.5), ("m", 0.4), ("x", 0.1))], [Gender]));
        Refused(DataFault.OutOfRange, "Row 3 of gender", () => Raking.Fit([GenderMargin], [["f", "m", "other"]]));
        Refused(DataFault.Missing, "Row 2 of gender", () => Raking.Fit([GenderMargin], [["f", "", "m"]]));
        Refused(DataFault.BadSpecification, "10 people", () => Raking.Fit([Margin("gender", ("f", 3), ("m", 7)), Margin("age", ("y", 10), ("o", 10))], [Gender, Age]));
        Refused(DataFault.BadWeights, "row 1", () => Raking.Fit([GenderMargin], [Gender], weights: [0, .. Design[1..]]));
    }
}

public sealed class RakingContract : EstimatorContract
{
    private protected override Observations Data => Observations.Of(["gender", "age"], [[0, 1, 0, 1, 0, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 0, 0, 1, 1, 0]]);

    private protected override IReadOnlyList<double?> Fit(Observations data, long seed, int threads)
    {
        string[] Labels(string name) => [.. data[name].ToArray().Select(x => double.IsNaN(x) ? "" : x.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        RakingMargin Half(string name) => RakingMargin.Of(name, new Dictionary<string, double> { ["0"] = 0.3, ["1"] = 0.7 });
        var raked = Raking.Fit([Half("gender"), Half("age")], [Labels("gender"), Labels("age")]);
        return [raked.DesignEffect, raked.EffectiveN, .. raked.Cells.Select(c => (double?)c.Weight), .. raked.Margins.Select(m => (double?)m.After)];
    }
}

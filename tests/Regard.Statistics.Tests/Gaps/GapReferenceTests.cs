namespace Regard.Statistics.Tests.Gaps;

/// <summary>servqual_synthetic.json: R 4.2.2, t.test of P - E by item and dimension on synthetic answers (1 to 7). Score points are 100 / 6 answers.</summary>
public sealed class GapReferenceTests
{
    static readonly string[] Dimensions = ["tangibles", "reliability", "responsiveness", "assurance", "empathy"];
    static readonly string[] Items = [.. Enumerable.Range(1, 22).Select(i => $"{i:00}")];

    static GapAnalysis Fit()
    {
        var table = Reference.Data("servqual_synthetic.csv");
        string[] names = [.. table.Header.Skip(1)];
        return GapAnalysis.Fit(Observations.Of(names, [.. names.Select(table.Numbers)]), new([.. Items.Select(i => "E" + i)], [.. Items.Select(i => "P" + i)], 1, 7)
        {
            Dimensions = [4, 5, 4, 4, 5], Importance = [.. Dimensions.Select(d => "W_" + d)],
        });
    }

    [Fact]
    public void Gaps_of_items_equal_the_paired_t_test()
    {
        var expected = Reference.Results("servqual_synthetic.json")["item_gap"]!;
        foreach (var (item, gap) in Items.Zip(Fit().Items))
        {
            Reference.Close(expected[item]!["mean"].Number(), gap.Difference.Value * 0.06);
            Reference.Close(expected[item]!["sd"].Number() / Math.Sqrt(300), gap.Difference.StandardError * 0.06);
            Reference.Close(expected[item]!["t"].Number(), gap.Test.T);
            Reference.Close(expected[item]!["p"].Number(), gap.Test.PValue);
        }
    }

    [Fact]
    public void Gaps_of_dimensions_equal_the_paired_t_test()
    {
        var expected = Reference.Results("servqual_synthetic.json")["dimension"]!;
        foreach (var (name, gap) in Dimensions.Zip(Fit().Dimensions))
        {
            Reference.Close(expected[name]!["expectation_mean"].Number(), 1 + gap.Expected.Value * 0.06);
            Reference.Close(expected[name]!["perception_mean"].Number(), 1 + gap.Perceived.Value * 0.06);
            Reference.Close(expected[name]!["ci95"]![0].Number(), gap.Difference.Lower * 0.06);
            Reference.Close(expected[name]!["ci95"]![1].Number(), gap.Difference.Upper * 0.06);
            Reference.Close(expected[name]!["t"].Number(), gap.Test.T);
            Reference.Close(expected[name]!["p"].Number(), gap.Test.PValue);
        }
    }

    [Fact]
    public void The_overall_gap_is_weighted_by_each_respondents_points()
    {
        var (expected, actual) = (Reference.Results("servqual_synthetic.json"), Fit());
        Reference.Close(expected["weighted_servqual_mean"].Number(), actual.Overall.Difference.Value * 0.06);
        Reference.Close(expected["weighted_servqual_sd"].Number() / Math.Sqrt(300), actual.Overall.Difference.StandardError * 0.06);
        Reference.Close(expected["unweighted_servqual"].Number(), actual.Unweighted.Difference.Value * 0.06);
        var table = Reference.Data("servqual_synthetic.csv");
        string[] names = [.. table.Header.Skip(1)];
        var plain = GapAnalysis.Fit(Observations.Of(names, [.. names.Select(table.Numbers)]), new([.. Items.Select(i => "E" + i)], [.. Items.Select(i => "P" + i)], 1, 7));
        Reference.Close(expected["mean_gap_of_22_items"].Number(), plain.Overall.Difference.Value * 0.06);
    }
}

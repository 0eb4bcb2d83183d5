namespace Regard.Statistics.Tests.Gaps;

/// <summary>servqual_synthetic.json: R 4.2.2, t.test of P - E by dimension on synthetic answers (1 to 7).</summary>
public sealed class RaterReferenceTests
{
    static readonly (string Name, int From, int To)[] Dimensions =
        [("tangibles", 1, 4), ("reliability", 5, 9), ("responsiveness", 10, 13), ("assurance", 14, 17), ("empathy", 18, 22)];

    readonly Table data = Reference.Data("servqual_synthetic.csv");

    SlotMeans Means() => SlotMeans.Of(Cell(), [.. data.Header.Select(h => h[0] == 'W' ? new Scale(0, 100).Answer : new Scale(1, 7).Answer)]);

    Moments Cell()
    {
        var builder = new MomentsBuilder(data.Header.Length);
        foreach (var row in data.Rows) builder.Add([.. row.Select((cell, j) => j == 0 ? Moments.Missing : (byte)(int.Parse(cell) - (data.Header[j][0] == 'W' ? 0 : 1)))]);
        return builder.ToMoments();
    }

    int[] Items(char battery, (string Name, int From, int To) d) => [.. Enumerable.Range(d.From, d.To - d.From + 1).Select(i => data.Slot($"{battery}{i:00}"))];

    [Fact]
    public void The_gap_of_each_dimension_equals_the_paired_t_test()
    {
        var (means, expected) = (Means(), Reference.Results("servqual_synthetic.json")["dimension"]!);
        foreach (var d in Dimensions)
        {
            var gap = means.Difference(Items('P', d), Items('E', d));
            Reference.Close(expected[d.Name]!["gap_mean"].Number(), gap.Value);
            Reference.Close(expected[d.Name]!["ci95"]![0].Number(), gap.Lower);
            Reference.Close(expected[d.Name]!["ci95"]![1].Number(), gap.Upper);
            Reference.Close(expected[d.Name]!["t"].Number(), gap.Value / gap.StandardError);
            Reference.Close(expected[d.Name]!["alpha_perception"].Number(), CronbachAlpha.Of(Cell(), Items('P', d)).Alpha.Value);
        }
    }

    [Fact]
    public void The_importance_weighted_index_uses_the_stated_points()
    {
        var (means, expected) = (Means(), Reference.Results("servqual_synthetic.json")["dimension"]!);
        var rater = Rater.ByImportance(means, [.. Dimensions.Select(d => Items('P', d))], [.. Dimensions.Select(d => data.Slot("W_" + d.Name))]);
        var index = Dimensions.Sum(d => expected[d.Name]!["weight_mean"].Number() / 100 * expected[d.Name]!["perception_mean"].Number());
        Reference.Close(index, rater.Index.Value);
        foreach (var (d, weight) in Dimensions.Zip(rater.Weights!)) Reference.Close(expected[d.Name]!["weight_mean"].Number() / 100, weight);
    }
}

using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Intervals;

/// <summary>group_tests_satisfaction.json: R 4.2.2, oneway.test, wilcox.test(exact = FALSE, correct = TRUE), kruskal.test, chisq.test.</summary>
public sealed class WaveTestsTests
{
    static Histogram Answers(params IEnumerable<int> answers)
    {
        var counts = new long[12];
        foreach (var answer in answers) counts[answer]++;
        return Histogram.OfCounts(counts);
    }

    [Fact]
    public void Tests_over_groups_equal_those_of_R()
    {
        var (data, expected) = (Reference.Data("satisfaction.csv"), Reference.Results("group_tests_satisfaction.json"));
        // The reference's lowest group begins over 0: the one row with an answer of 0 (df 246 of 250 rows) belongs to no group.
        int[] sat = [.. data.Numbers("sat1").Select(x => (int)x)], image = [.. data.Numbers("imag1").Select(x => x == 0 ? -1 : x <= 6 ? 0 : x <= 8 ? 1 : 2)];
        bool[] women = [.. data.Rows.Select(r => r[data.Slot("gender")] == "female")];
        Histogram[] groups = [.. Enumerable.Range(0, 3).Select(g => Answers(sat.Where((_, i) => image[i] == g)))];

        var means = WaveTests.Means([.. groups.Select(g => g.Mean(new(0, 1)))])!;
        Reference.Close(expected["welch_anova"]!["f"].Number(), means.Statistic);
        Reference.Close(expected["welch_anova"]!["df2"].Number(), means.Denominator);
        Reference.Close(expected["welch_anova"]!["p"].Number(), means.PValue);

        var order = WaveTests.Order(Answers(sat.Where((_, i) => women[i])), Answers(sat.Where((_, i) => !women[i])))!;
        Reference.Close(expected["mann_whitney"]!["w_first_group_female"].Number(), order.Statistic);
        Reference.Close(expected["mann_whitney"]!["p"].Number(), order.PValue);

        var orders = WaveTests.Orders(groups)!;
        Reference.Close(expected["kruskal"]!["h"].Number(), orders.Statistic);
        Reference.Close(expected["kruskal"]!["p"].Number(), orders.PValue);

        var distributions = WaveTests.Distributions([Answers(image.Where((g, i) => g >= 0 && women[i])), Answers(image.Where((g, i) => g >= 0 && !women[i]))])!;
        Reference.Close(expected["chi_square_gender_by_imag1_group"]!["x2"].Number(), distributions.Statistic);
        Reference.Close(expected["chi_square_gender_by_imag1_group"]!["p"].Number(), distributions.PValue);
        // The reference divides by all 250 rows, though 249 are in its table; V is by those in the table.
        Reference.Close(expected["chi_square_gender_by_imag1_group"]!["cramers_v"].Number() * Math.Sqrt(250 / 249.0), distributions.Effect);
    }

    [Fact]
    public void Without_a_change_each_test_finds_one_in_five_per_cent()
    {
        const int worlds = 4000;
        var found = new int[4];
        for (var w = 0; w < worlds; w++)
        {
            var chance = Draws.Seeded(3).Of(w);
            var waves = Enumerable.Range(0, 3).Select(_ => Answers(Enumerable.Range(0, 80).Select(_ => (int)Math.Clamp(Math.Round(7 + 2 * chance.Normal()), 4, 10)).ToArray())).ToArray();
            GroupTest?[] tests = [WaveTests.Means([.. waves.Select(h => h.Mean(new(0, 1)))]), WaveTests.Order(waves[0], waves[1]), WaveTests.Orders(waves), WaveTests.Distributions(waves)];
            for (var t = 0; t < tests.Length; t++) if (tests[t]!.PValue < 0.05) found[t]++;
        }
        Assert.All(found, f => Seen.InRange(f / (double)worlds, 0.04, 0.06));
    }

    [Fact]
    public void Equal_answers_give_no_test()
    {
        Assert.Null(WaveTests.Order(Answers(3, 3), Answers(3)));
        Assert.Null(WaveTests.Orders([Answers(3, 3), Answers(3)]));
        Assert.Null(WaveTests.Distributions([Answers(3, 3), Answers(3)]));
        Assert.Null(WaveTests.Means([Answers(3, 3).Mean(new(0, 1)), Answers(3, 4).Mean(new(0, 1))]));
    }
}

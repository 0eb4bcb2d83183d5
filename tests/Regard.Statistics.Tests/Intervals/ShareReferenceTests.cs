using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Intervals;

/// <summary>nps_csat.json: R 4.2.2, NPS 1.1 (fractions, Wald), prop.test(correct=FALSE), t.test.</summary>
public sealed class ShareReferenceTests
{
    readonly JsonNode expected = Reference.Results("nps_csat.json");

    [Theory]
    [InlineData("mobi.csv", "CUSL3", "mobi_CUSL3")]
    [InlineData("mobi.csv", "CUSA1", "mobi_CUSA1")]
    [InlineData("satisfaction.csv", "loy3", "satisfaction_loy3")]
    public void Net_promoter_top_box_and_mean_equal_the_reference(string file, string item, string name)
    {
        // The reference scores 100 (x - 1) / 9 throughout, though satisfaction.csv holds answers of 0 too.
        var (reference, answers, scale, score) = (expected[name]!, Answers(Reference.Data(file), item, _ => true), new Scale(0, 10), new Reading(-100 / 9.0, 100 / 9.0));
        var nps = NetPromoter.Of(answers, scale);
        Reference.Close(100 * reference["nps"].Number(), nps.Score.Value);
        Reference.Close(100 * reference["se"].Number(), nps.Score.StandardError);
        Interval(reference["wald95"]!, nps.Score, 100);
        Assert.Equal(reference["detractors"].Number() / reference["n"].Number(), nps.Detractors.Value);

        var box = reference["top_box"]!;
        var top = Wilson.TopBox(answers, scale, 11 - (int)box["threshold"].Number());
        Reference.Close(box["share"].Number(), top.Value);
        Interval(box["wilson95"]!, top, 1);

        var mean = answers.Mean(scale.Answer);
        Reference.Close(reference["mean"].Number(), mean.Value);
        Interval(reference["t95"]!, mean, 1);
        Reference.Close(reference["csat_0_100"].Number(), answers.Mean(score).Value);
    }

    [Fact]
    public void The_difference_of_two_groups_equals_the_reference()
    {
        var (data, reference) = (Reference.Data("satisfaction.csv"), expected["satisfaction_loy3_female_vs_male"]!);
        Estimate Nps(string gender) => NetPromoter.Of(Answers(data, "loy3", row => row[data.Slot("gender")] == gender), new Scale(0, 10)).Score;
        var test = WelchTest.Of(Nps("female"), Nps("male"));
        Reference.Close(100 * reference["se"].Number(), test.Difference.StandardError);
        Reference.Close(reference["p"].Number(), test.PValue);
        Interval(reference["wald95"]!, test.Difference, 100);
    }

    [Fact]
    public void The_difference_of_two_means_equals_welchs_t_test()
    {
        // group_tests_satisfaction.json: R 4.2.2, t.test(sat1 by gender).
        var (data, welch) = (Reference.Data("satisfaction.csv"), Reference.Results("group_tests_satisfaction.json")["welch"]!);
        Estimate Mean(string gender) => Answers(data, "sat1", row => row[data.Slot("gender")] == gender).Mean(new Scale(0, 10).Answer);
        var test = WelchTest.Of(Mean("female"), Mean("male"));
        Reference.Close(welch["t"].Number(), test.T);
        Reference.Close(welch["df"].Number(), test.Difference.DegreesOfFreedom);
        Reference.Close(welch["p"].Number(), test.PValue);
        Interval(welch["ci95"]!, test.Difference, 1);
    }

    static Histogram Answers(Table data, string item, Func<string[], bool> belongs)
    {
        var counts = new long[11];
        foreach (var row in data.Rows.Where(belongs)) counts[int.Parse(row[data.Slot(item)])]++;
        return Histogram.OfCounts(counts);
    }

    static void Interval(JsonNode bounds, Estimate estimate, double factor)
    {
        Reference.Close(factor * bounds[0].Number(), estimate.Lower);
        Reference.Close(factor * bounds[1].Number(), estimate.Upper);
    }
}

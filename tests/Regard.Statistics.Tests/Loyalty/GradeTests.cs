using System.Globalization;
using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Loyalty;

/// <summary>Reference: value_classes_cdnow.json, base R 4.2.2, customers as of 1997-09-30.</summary>
public class GradeTests
{
    static readonly int End = new DateOnly(1997, 9, 30).DayNumber;

    static List<(int Id, double Spend, int Days, int Last)> Customers()
    {
        var table = Reference.Data("cdnow_sample_transactions.csv");
        return [.. table.Rows
            .Select(r => (Id: int.Parse(r[0], CultureInfo.InvariantCulture), Day: DateOnly.ParseExact(r[1], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber, Amount: decimal.Parse(r[3], CultureInfo.InvariantCulture)))
            .Where(r => r.Day <= End).GroupBy(r => r.Id).OrderBy(g => g.Key)
            .Select(g => (g.Key, (double)g.Sum(r => r.Amount), g.Select(r => r.Day).Distinct().Count(), g.Max(r => r.Day)))];
    }

    [Fact]
    public void Grades_and_concentration_of_CDNOW_are_those_of_R()
    {
        var expected = Reference.Results("value_classes_cdnow.json");
        double[] values = [.. Customers().Select(c => c.Spend)];
        var grades = ValueGrades.ByShare(values);
        foreach (var grade in grades.Grades)
        {
            Assert.Equal(expected["class_count"]![grade.Grade.ToString()]!.GetValue<int>(), grade.Customers);
            Reference.Close(expected["class_spend"]![grade.Grade.ToString()].Number(), grade.Value);
        }
        var concentration = Concentration.Of(values);
        Reference.Close(expected["gini"].Number(), concentration.Gini.Value);
        Reference.Close(expected["top10_share"].Number(), concentration.TopShare(0.1).Value);
        Reference.Close(expected["top20_share"].Number(), concentration.TopShare(0.2).Value);
    }

    [Fact]
    public void Scores_of_recency_frequency_and_amount_are_those_of_R()
    {
        var expected = Reference.Results("value_classes_cdnow.json");
        var customers = Customers();
        var scores = RecencyFrequencyAmount.Of([.. customers.Select(c => (double)(End - c.Last))], [.. customers.Select(c => (double)c.Days)], [.. customers.Select(c => c.Spend)]);
        foreach (var (name, given) in new[] { ("R", scores.Recency), ("F", scores.Frequency), ("M", scores.Amount) })
            foreach (var (score, count) in expected[$"rfm_counts_{name}"]!.AsObject()) Assert.Equal(count!.GetValue<int>(), given.Count(s => s == int.Parse(score, CultureInfo.InvariantCulture)));
        foreach (var row in expected["first_customers"]!["rows"]!.AsArray())
        {
            var i = customers.FindIndex(c => c.Id == row![0]!.GetValue<int>());
            Assert.Equal((row![4]!.GetValue<int>(), row[5]!.GetValue<int>(), row[6]!.GetValue<int>()), ((int)scores.Recency[i], (int)scores.Frequency[i], (int)scores.Amount[i]));
        }
    }

    [Fact]
    public void Who_crosses_a_cut_is_in_the_upper_grade_and_equal_values_are_taken_in_their_order()
    {
        Assert.Equal([0, 2, 1, 3], ValueGrades.ByShare([50, 14, 36, 0]).Of);
        Assert.Equal([0, 0, 1, 1], ValueGrades.ByShare([25, 25, 25, 25]).Of);
        Assert.Equal([0, 3, 3], ValueGrades.ByShare([7, 0, -2]).Of);
        Assert.Equal([1, 0, 2, 1], ValueGrades.ByThreshold([50, 100, 4, 10], [100, 10]).Of);
        Assert.Equal((1, 100.0, 100.0), ValueGrades.ByThreshold([50, 100, 4, 10], [100, 10]).Grades[0] is var a ? (a.Customers, a.Value, a.Lowest!.Value) : default);
    }

    [Fact]
    public void Equal_values_have_no_concentration_and_one_giver_has_all_of_it()
    {
        Assert.Equal(0, Concentration.Of([5, 5, 5, 5]).Gini.Value!.Value, 1e-12);
        Assert.Equal(0.75, Concentration.Of([0, 0, 0, 5]).Gini.Value!.Value, 1e-12);
        var lorenz = Concentration.Of([1, 2, 3, 4]).Lorenz(4);
        Assert.Equal([0, 0.1, 0.3, 0.6, 1], lorenz.Select(p => Math.Round(p.Value, 12)));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<DataRefused>(() => ValueGrades.ByShare([]));
        Assert.Throws<DataRefused>(() => ValueGrades.ByShare([0, -1]));
        Assert.Throws<DataRefused>(() => ValueGrades.ByShare([1, double.NaN]));
        Assert.Throws<DataRefused>(() => ValueGrades.ByShare([1, 2], [0.8, 0.5]));
        Assert.Throws<DataRefused>(() => ValueGrades.ByThreshold([1, 2], [1, 2]));
        Assert.Throws<DataRefused>(() => Concentration.Of([1, -2, 3]));
        Assert.Throws<DataRefused>(() => Concentration.Of([1]));
    }

    [Fact]
    public void Intervals_of_concentration_hold_the_truth()
    {
        // Exponential values: Gini 1/2, the top fifth brings q (1 - ln q).
        var (gini, top, worlds) = (0, 0, 2000);
        for (var world = 0; world < worlds; world++)
        {
            var stream = Draws.Seeded(4).Of(world);
            var values = new double[200];
            for (var i = 0; i < values.Length; i++) values[i] = -Math.Log(1 - stream.Uniform());
            var found = Concentration.Of(values);
            if (found.Gini.Lower <= 0.5 && found.Gini.Upper >= 0.5) gini++;
            var truth = 0.2 * (1 - Math.Log(0.2));
            if (found.TopShare(0.2) is var share && share.Lower <= truth && share.Upper >= truth) top++;
        }
        Seen.InRange(gini / (double)worlds, 0.93, 0.97);
        Seen.InRange(top / (double)worlds, 0.93, 0.97);
    }
}

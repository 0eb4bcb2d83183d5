namespace Regard.Statistics.Tests.Survival;

public class PeriodSurvivalTests
{
    static readonly PeriodCounts small = new("A", [0, 2, 1, 0], [0, 1, 3, 2]), other = new("B", [3, 1, 0, 0], [1, 0, 2, 1]);

    [Fact]
    public void Counts_give_the_same_curve_and_test_as_their_rows()
    {
        var (duration, lost, group) = Rows(small, other);
        var data = Observations.Of(["months", "lost"], [duration, lost]);
        var curves = KaplanMeier.ByGroup(data, new("months", "lost"), group);
        foreach (var (counts, rows) in new[] { small, other }.Zip(curves))
            foreach (var point in PeriodSurvival.Fit(counts).Points)
            {
                var same = rows.At(point.Time);
                Assert.Equal(same.Value!.Value, point.Survival, 12);
                if (point.Survival < 1) Assert.Equal((same.StandardError!.Value, same.Lower!.Value, same.Upper!.Value), (Math.Round(point.StandardError!.Value, 14), Math.Round(point.Lower!.Value, 14), Math.Round(point.Upper!.Value, 14)), near);
            }
        var (expected, found) = (LogRank.Test(data, new("months", "lost"), group), PeriodSurvival.Test([small, other]));
        Assert.Equal((expected.ChiSquare, expected.PValue), (found.ChiSquare, found.PValue), nearPair);
    }

    [Fact]
    public void Counts_of_units_add_up_to_counts_of_the_unit_above()
    {
        var both = new PeriodCounts("both", [.. small.Lost.Zip(other.Lost, (a, b) => a + b)], [.. small.Stayed.Zip(other.Stayed, (a, b) => a + b)]);
        var (duration, lost, _) = Rows(small, other);
        var rows = KaplanMeier.Fit(Observations.Of(["months", "lost"], [duration, lost]), new("months", "lost"));
        Assert.All(PeriodSurvival.Fit(both).Points, p => Assert.Equal(rows.At(p.Time).Value!.Value, p.Survival, 12));
    }

    [Fact]
    public void Nobody_at_risk_and_negative_counts_are_refused_by_name()
    {
        Assert.Contains("Nobody of C", Assert.Throws<DataRefused>(() => PeriodSurvival.Fit(new("C", [0, 0], [5, 0]))).Message);
        Assert.Equal(DataFault.OutOfRange, Assert.Throws<DataRefused>(() => PeriodSurvival.Fit(new("C", [-1, 0], [5, 0]))).Fault);
        Assert.Equal(DataFault.OneGroup, Assert.Throws<DataRefused>(() => PeriodSurvival.Test([small])).Fault);
    }

    static readonly IEqualityComparer<(double, double, double)> near = EqualityComparer<(double, double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-12, _ => 0);
    static readonly IEqualityComparer<(double, double)> nearPair = EqualityComparer<(double, double)>.Create((a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12, _ => 0);

    /// <summary>Who leaves within a period leaves at its end; who was watched so many whole periods is censored there, after those who leave.</summary>
    static (double[] Duration, double[] Lost, string[] Group) Rows(params PeriodCounts[] groups)
    {
        var rows = new List<(double, double, string)>();
        foreach (var g in groups)
            for (var t = 0; t < g.Lost.Count; t++)
            {
                rows.AddRange(Enumerable.Repeat((t + 1.0, 1.0, g.Name), (int)g.Lost[t]));
                rows.AddRange(Enumerable.Repeat((t + 0.0, 0.0, g.Name), (int)g.Stayed[t]));
            }
        return ([.. rows.Select(r => r.Item1)], [.. rows.Select(r => r.Item2)], [.. rows.Select(r => r.Item3)]);
    }
}

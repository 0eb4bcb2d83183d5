using FsCheck;
using FsCheck.Fluent;
namespace Regard.Statistics.Tests.Gaps;

public sealed class ServiceGapsTests
{
    static readonly Gen<Estimate> anyEstimate =
        from value in Gen.Choose(0, 100_000)
        from error in Gen.Choose(0, 5_000)
        from n in Gen.Choose(2, 400)
        select Estimate.Of(value / 1000.0, error / 1000.0, n - 1, n);

    static readonly Arbitrary<ServiceLevels> anyLevels = (
        from e in anyEstimate
        from m in anyEstimate
        from s in Gen.Choose(0, 100_000)
        from d in anyEstimate
        from p in anyEstimate
        select new ServiceLevels { Expected = e, Believed = m, Demanded = ServiceLevels.Set(s / 1000.0, 3), Delivered = d, Perceived = p }).ToArbitrary();

    [Fact]
    public void Gap_5_is_the_sum_of_the_gaps_behind_it() => Prop.ForAll(anyLevels, levels =>
    {
        var gaps = ServiceGaps.Of(levels);
        Assert.True(gaps.IsWhole);
        Assert.Equal(gaps.Service.Value!.Value, gaps.Knowledge.Value!.Value + gaps.Standards.Value!.Value + gaps.Delivery.Value!.Value + gaps.Reception.Value!.Value, 1e-9);
        Assert.Equal(levels.Expected.Value!.Value - levels.Perceived.Value!.Value, gaps.Service.Value.Value, 1e-9);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_level_that_was_set_lends_neither_error_nor_n()
    {
        var believed = Estimate.Of(80, 2, 11, 12);
        var gaps = ServiceGaps.Of(new() { Believed = believed, Demanded = ServiceLevels.Set(90, 4), Delivered = Estimate.Of(70, 3, 7, 8), Promised = ServiceLevels.Set(100, 1) });
        Assert.Equal((-10.0, 2.0, 12L), (gaps.Standards.Value!.Value, gaps.Standards.StandardError!.Value, gaps.Standards.N));
        Assert.Equal(believed.Upper!.Value - 90, gaps.Standards.Upper!.Value, 1e-12);
        Assert.Equal((20.0, 3.0, 8L), (gaps.Delivery.Value!.Value, gaps.Delivery.StandardError!.Value, gaps.Delivery.N));
        Assert.Equal(30, gaps.Communication.Value!.Value, 1e-12);
    }

    [Fact]
    public void A_missing_link_is_unmeasured_and_breaks_the_chain()
    {
        var gaps = ServiceGaps.Of(new() { Expected = Estimate.Of(90, 1, 99, 100), Perceived = Estimate.Of(80, 1, 99, 100), Demanded = ServiceLevels.Set(95, 1) });
        Assert.False(gaps.IsWhole);
        Assert.Equal(10, gaps.Service.Value!.Value, 1e-12);
        Assert.Equal([Withholding.Unmeasured, Withholding.Unmeasured, Withholding.Unmeasured, Withholding.Unmeasured, Withholding.Unmeasured],
            new[] { gaps.Knowledge, gaps.Standards, gaps.Delivery, gaps.Communication, gaps.Reception }.Select(g => g.Reason));
    }

    [Fact]
    public void The_interval_of_a_gap_between_different_people_holds_the_truth_as_often_as_it_says()
    {
        var chance = new Random(11);
        const int draws = 4000;
        var held = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            var gaps = ServiceGaps.Of(new() { Expected = Mean(chance, 84, 12, 60), Believed = Mean(chance, 78, 9, 8) });
            if (gaps.Knowledge.Lower <= 6 && 6 <= gaps.Knowledge.Upper) held++;
        }
        Assert.InRange(held / (double)draws, 0.94, 0.96);
    }

    static Estimate Mean(Random chance, double mean, double spread, int n)
    {
        var x = Enumerable.Range(0, n).Select(_ => mean + spread * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble())).ToList();
        var average = x.Average();
        return Estimate.Of(average, Math.Sqrt(x.Sum(v => (v - average) * (v - average)) / (n - 1) / n), n - 1, n);
    }
}

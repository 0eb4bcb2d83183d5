namespace Regard.Statistics.Tests.Agreement;

public sealed class AlphaTests
{
    static Moments Cell(params byte[][] rows)
    {
        var builder = new MomentsBuilder(rows[0].Length);
        foreach (var row in rows) builder.Add(row);
        return builder.ToMoments();
    }

    [Fact]
    public void Turning_an_item_and_saying_so_changes_nothing()
    {
        var (plain, turned) = (Cell([1, 2, 1], [3, 3, 4], [4, 2, 3], [0, 1, 1]), Cell([3, 2, 1], [1, 3, 4], [0, 2, 3], [4, 1, 1]));
        Scale[] scales = [new(1, 5, Reversed: true), new(1, 5), new(1, 5)];
        Assert.Equal(CronbachAlpha.Of(plain, [0, 1, 2]).Alpha.Value!.Value, CronbachAlpha.Of(turned, [0, 1, 2], scales).Alpha.Value!.Value, 1e-12);
    }

    [Fact]
    public void Equal_answers_have_no_alpha() =>
        Assert.Equal(Withholding.NoSpread, CronbachAlpha.Of(Cell([2, 2], [2, 2], [2, 2]), [0, 1]).Alpha.Reason);

    [Fact]
    public void Items_that_nobody_answered_together_have_no_alpha() =>
        Assert.Equal(Withholding.Unmeasured, CronbachAlpha.Of(Cell([2, 255], [255, 1], [3, 255]), [0, 1]).Alpha.Reason);

    [Fact]
    public void One_item_is_no_set() => Assert.Throws<ArgumentException>(() => CronbachAlpha.Of(Cell([1], [2]), [0]));
}

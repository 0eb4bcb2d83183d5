namespace Regard.Statistics.Tests.Lifetime;

public class PurchaseLogTests
{
    [Fact]
    public void Purchases_of_a_day_count_once_the_first_day_is_birth_and_later_ones_are_left_out()
    {
        var log = PurchaseLog.Of([0, 2, 0, 0, 2, 0, 0], [10, 30, 12, 12, 50, 10, 19], [5, 8, 3, 4, 99, 2, 9], 40);
        var histories = log.Histories(out var customers);
        Assert.Equal([0, 2], customers);
        Assert.Equal((1, 6), (log.Later, log.Purchases));
        Assert.Equal((2, 9, 30, 8.0), (histories.Repeats[0], histories.RecencyDays[0], histories.AgeDays[0], histories.MeanSpend[0]));
        Assert.Equal(new(0, 0, 10 / 7.0), histories[1]);
    }

    [Fact]
    public void The_CDNOW_log_gives_the_reference_summary_in_any_order()
    {
        var table = Reference.Data("cdnow_sample_transactions.csv");
        int[] who = [.. table.Numbers("customer_id").Select(c => (int)c - 1)], days = [.. table.Rows.Select(r => DateOnly.ParseExact(r[1], "yyyy-MM-dd", null).DayNumber)];
        var expected = Customers.Read("cdnow_cbs.csv", spend: true);
        foreach (var turned in new[] { false, true })
        {
            var amounts = table.Numbers("amount");
            if (turned)
            {
                Array.Reverse(who);
                Array.Reverse(days);
                Array.Reverse(amounts);
            }
            var actual = PurchaseLog.Of(who, days, amounts, new DateOnly(1997, 9, 30).DayNumber).Histories(out _);
            Assert.Equal(expected.Repeats.ToArray(), actual.Repeats.ToArray());
            Assert.Equal(expected.RecencyDays.ToArray(), actual.RecencyDays.ToArray());
            Assert.Equal(expected.AgeDays.ToArray(), actual.AgeDays.ToArray());
            for (var i = 0; i < expected.Count; i++) Reference.Close(expected.MeanSpend[i], actual.MeanSpend[i], 1e-12);
        }
    }

    [Fact]
    public void What_contradicts_itself_is_refused_in_words()
    {
        Assert.Contains("Returns are no purchases", Assert.Throws<DataRefused>(() => PurchaseLog.Of([0], [1], [-4], 5)).Message);
        Assert.Contains("after the end", Assert.Throws<DataRefused>(() => PurchaseLog.Of([0], [9], [4], 5).Histories(out _)).Message);
        var log = new PurchaseLog(10);
        log.Add(0, 5, 1);
        Assert.Contains("order of their days", Assert.Throws<DataRefused>(() => log.Add(0, 4, 1)).Message);
        Assert.Contains("after the end of the record", Assert.Throws<DataRefused>(() => PurchaseHistories.Of([1], [9], [5])).Message);
        Assert.Contains("no repeat", Assert.Throws<DataRefused>(() => PurchaseHistories.Of([0], [3], [5])).Message);
        Assert.Contains("count once", Assert.Throws<DataRefused>(() => PurchaseHistories.Of([2], [0], [5])).Message);
        Assert.Throws<DataRefused>(() => PurchaseHistories.Of([0], [0], [-1]));
        Assert.Throws<DataRefused>(() => PurchaseHistories.Of([], [], []));
        Assert.Throws<DataRefused>(() => PurchaseHistories.Of([1], [1], [5], [-2]));
        Assert.Throws<DataRefused>(() => PurchaseHistories.Of([1], [1], [5], null, [0]));
    }
}

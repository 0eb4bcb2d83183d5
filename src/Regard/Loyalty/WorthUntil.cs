using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>What each customer brought within some months up to a day.</summary>
static class WorthUntil
{
    public static double[] Of(CustomerBook book, GradeBasis basis, int months, int day)
    {
        var (worths, events) = (new double[book.Count], book.Events);
        var from = DateOnly.FromDayNumber(day).AddMonths(-months).DayNumber;
        var sums = basis == GradeBasis.Profit ? events.Profit : events.Amount;
        Parallel.For(0, book.Count, c =>
        {
            var sum = 0L;
            for (var i = events.Start[c]; i < events.Start[c + 1]; i++)
            {
                if (events.Day[i] <= from || events.Day[i] > day || sums[i] == EventColumns.None) continue;
                if (events.Kind[i].IsPurchase()) sum += sums[i];
                else if (events.Kind[i] == EventKind.Return) sum -= sums[i];
            }
            worths[c] = sum;
        });
        return worths;
    }
}

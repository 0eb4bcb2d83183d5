using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>Takes events in any order and hands them over by customer and day.</summary>
sealed class EventGathering
{
    readonly List<int> customer = [], day = [];
    readonly List<EventKind> kind = [];
    readonly List<long> amount = [], profit = [];
    readonly List<short> category = [];

    public void Add(int of, int onDay, EventKind what, long? paid, long? gained, short categoryIndex)
    {
        customer.Add(of);
        day.Add(onDay);
        kind.Add(what);
        amount.Add(paid ?? EventColumns.None);
        profit.Add(gained ?? EventColumns.None);
        category.Add(categoryIndex);
    }

    public EventColumns Sorted(int customers)
    {
        var start = new int[customers + 1];
        foreach (var c in customer) start[c + 1]++;
        for (var c = 0; c < customers; c++) start[c + 1] += start[c];
        var (days, rows) = (new int[day.Count], new int[day.Count]);
        var next = start.AsSpan(0, customers).ToArray();
        for (var i = 0; i < day.Count; i++)
        {
            var at = next[customer[i]]++;
            (days[at], rows[at]) = (day[i], i);
        }
        for (var c = 0; c < customers; c++)
        {
            var (from, length) = (start[c], start[c + 1] - start[c]);
            if (length > 1) days.AsSpan(from, length).Sort(rows.AsSpan(from, length));
        }
        return new()
        {
            Start = start, Day = days, Kind = Array.ConvertAll(rows, i => kind[i]), Amount = Array.ConvertAll(rows, i => amount[i]),
            Profit = Array.ConvertAll(rows, i => profit[i]), Category = Array.ConvertAll(rows, i => category[i]),
        };
    }
}

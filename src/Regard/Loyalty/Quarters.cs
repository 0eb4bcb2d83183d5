namespace Regard.Loyalty;

/// <summary>The quarters of the calendar that a working out looks back over. The last one may still run.</summary>
sealed class Quarters
{
    public const int Most = 12;

    /// <param name="first">Day number of the first event; nothing is told of what was before.</param>
    public Quarters(int first, DateOnly asOf)
    {
        var begin = Begin(asOf);
        var begins = new List<DateOnly> { begin };
        while (begins.Count < Most && begins[^1].DayNumber > first) begins.Add(begins[^1].AddMonths(-3));
        begins.Reverse();
        Begins = [.. begins.Select(b => b.DayNumber)];
        AsOf = asOf.DayNumber;
    }

    public static Quarters Of(CustomerBook book) => new(book.Events.Count == 0 ? book.AsOf.DayNumber : book.Events.Day.Min(), book.AsOf);

    /// <summary>The first day of the quarter of a day.</summary>
    public static DateOnly Begin(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    /// <summary>2031-Q1.</summary>
    public static string Name(DateOnly begin) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{begin:yyyy}-Q{(begin.Month + 2) / 3}");

    /// <summary>First days of the quarters, rising.</summary>
    public int[] Begins { get; }
    public int AsOf { get; }
    public int Count => Begins.Length;

    /// <summary>Last day of a quarter, or of what there is of it.</summary>
    public int End(int quarter) => quarter + 1 < Count ? Begins[quarter + 1] - 1 : AsOf;

    /// <summary>-1 for a day before the first.</summary>
    public int Of(int day)
    {
        for (var q = Count - 1; q >= 0; q--) if (day >= Begins[q]) return q;
        return -1;
    }

    public bool IsComplete(int quarter) => quarter + 1 < Count || DateOnly.FromDayNumber(AsOf).AddDays(1) is { Day: 1, Month: 1 or 4 or 7 or 10 };
}

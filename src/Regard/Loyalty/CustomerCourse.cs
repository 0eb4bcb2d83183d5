using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>What follows from one customer's events and contracts, day by day.</summary>
sealed class CustomerCourse
{
    /// <summary>Days with a purchase, rising.</summary>
    public required int[] Purchases { get; init; }
    public required List<Lapse> Lapses { get; init; }
    /// <summary>The first purchase or the first contract's beginning; null for somebody who is known and no more.</summary>
    public int? Birth { get; init; }

    public int? LastDay => Purchases.Length > 0 ? Purchases[^1] : null;

    public static CustomerCourse Of(CustomerBook book, int customer, int patience)
    {
        var (events, from, until) = (book.Events, book.Events.Start[customer], book.Events.Start[customer + 1]);
        var (days, purchases) = (new int[until - from], 0);
        for (var i = from; i < until; i++)
            if (events.Kind[i].IsPurchase() && (purchases == 0 || days[purchases - 1] != events.Day[i])) days[purchases++] = events.Day[i];
        Array.Resize(ref days, purchases);
        var covers = book.Covers.GetValueOrDefault(customer);
        int[] active = covers is null ? days : [.. days.Concat(covers.Select(c => c.From)).Order().Distinct()];
        return new() { Purchases = days, Lapses = Lapse.Of(active, patience, covers, book.AsOf.DayNumber), Birth = active.Length > 0 ? active[0] : null };
    }

    public bool IsAtRisk(int day)
    {
        if (Birth is not { } born || born > day) return false;
        foreach (var lapse in Lapses) if (lapse.From <= day && (lapse.Until ?? int.MaxValue) > day) return false;
        return true;
    }

    /// <summary>Counts as lost on this day, since when; null when not.</summary>
    public int? LostOn(int day)
    {
        foreach (var lapse in Lapses) if (lapse.From <= day && (lapse.Until ?? int.MaxValue) > day) return lapse.From;
        return null;
    }

    /// <summary>Median days between two purchases; null before the third.</summary>
    public double? Rhythm
    {
        get
        {
            if (Purchases.Length < 3) return null;
            var gaps = new int[Purchases.Length - 1];
            for (var i = 0; i < gaps.Length; i++) gaps[i] = Purchases[i + 1] - Purchases[i];
            Array.Sort(gaps);
            return gaps.Length % 2 == 1 ? gaps[gaps.Length / 2] : (gaps[gaps.Length / 2 - 1] + gaps[gaps.Length / 2]) / 2.0;
        }
    }
}

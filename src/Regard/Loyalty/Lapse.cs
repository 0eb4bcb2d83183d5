namespace Regard.Loyalty;

/// <summary>A time in which a customer counts as lost: from a day until the day of the return, or until now.</summary>
readonly record struct Lapse(int From, int? Until)
{
    /// <summary>The lapses of a customer who was active on these days, in rising order.</summary>
    /// <param name="active">Days of purchases and of contracts' beginnings.</param>
    /// <param name="patience">Days without a purchase after which the customer counts as lost.</param>
    /// <param name="covers">While a contract runs, nobody is lost.</param>
    public static List<Lapse> Of(ReadOnlySpan<int> active, int patience, IReadOnlyList<Cover>? covers, int asOf)
    {
        var lapses = new List<Lapse>();
        for (var i = 0; i < active.Length; i++)
        {
            var next = i + 1 < active.Length ? active[i + 1] : (int?)null;
            var from = AfterCovers((long)active[i] + patience, covers);
            if (from > asOf || from >= (next ?? long.MaxValue)) continue;
            lapses.Add(new((int)from, next));
        }
        return lapses;
    }

    static long AfterCovers(long day, IReadOnlyList<Cover>? covers)
    {
        if (covers is null) return day;
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var c in covers)
                if (c.From <= day && day <= c.Until) (day, moved) = (c.Until + 1L, true);
        }
        return day;
    }
}

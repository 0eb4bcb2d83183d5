using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>Goes through the book customer by customer.</summary>
static class FactFinding
{
    public static CustomerFacts[] Of(CustomerBook book, Quarters quarters, Func<string, int> patienceOf)
    {
        var facts = new CustomerFacts[book.Count];
        Parallel.For(0, book.Count, c => facts[c] = One(book, c, quarters, patienceOf(book.Segments[c])));
        return facts;
    }

    static CustomerFacts One(CustomerBook book, int customer, Quarters quarters, int patience)
    {
        var (course, asOf) = (CustomerCourse.Of(book, customer, patience), book.AsOf.DayNumber);
        var f = new CustomerFacts
        {
            First = course.Purchases.Length > 0 ? course.Purchases[0] : 0, Last = course.LastDay ?? 0, Purchases = course.Purchases.Length, Birth = course.Birth ?? 0,
            Rhythm = course.Rhythm, LostOn = course.LostOn(asOf) ?? 0, FirstLost = course.Lapses.Count > 0 ? course.Lapses[0].From : 0, LastCategory = -1,
        };
        var yearAgo = book.AsOf.AddYears(-1).DayNumber;
        Spending(ref f, book.Events, customer, yearAgo);
        f.PurchasesYear = course.Purchases.Count(day => day > yearAgo);
        f.State = StateOf(f, asOf, patience);
        for (var q = 0; q < quarters.Count; q++)
            if (course.IsAtRisk(quarters.Begins[q] - 1)) f.AtRisk |= 1u << q;
        foreach (var lapse in course.Lapses)
        {
            if (quarters.Of(lapse.From) is >= 0 and var lost) f.Lost |= 1u << lost;
            if (lapse.Until is { } back && quarters.Of(back) is >= 0 and var returned) f.Returned |= 1u << returned;
        }
        if (f.Birth > 0 && quarters.Of(f.Birth) is >= 0 and var born) f.Born |= 1u << born;
        return f;
    }

    static void Spending(ref CustomerFacts f, EventColumns events, int customer, int yearAgo)
    {
        for (var i = events.Start[customer]; i < events.Start[customer + 1]; i++)
        {
            var sign = events.Kind[i] == EventKind.Return ? -1 : events.Kind[i].IsPurchase() ? 1 : 0;
            if (sign == 0) continue;
            if (events.Amount[i] != EventColumns.None)
            {
                f.Spent += sign * events.Amount[i];
                if (events.Day[i] > yearAgo) f.SpentYear += sign * events.Amount[i];
                if (sign > 0 && events.Day[i] > f.First)
                {
                    f.SpentAgain += events.Amount[i];
                    if (events.Profit[i] != EventColumns.None) (f.PricedAgain, f.ProfitAgain) = (f.PricedAgain + events.Amount[i], f.ProfitAgain + events.Profit[i]);
                }
            }
            if (events.Profit[i] != EventColumns.None) (f.Profit, f.HasProfit) = (f.Profit + sign * events.Profit[i], true);
            if (sign > 0 && events.Category[i] >= 0) f.LastCategory = events.Category[i];
        }
    }

    static CustomerState StateOf(in CustomerFacts f, int asOf, int patience)
    {
        if (f.Birth == 0) return CustomerState.Prospect;
        if (f.LostOn > 0) return CustomerState.Lost;
        // Twice one's own rhythm: later than any usual delay, earlier than what counts as lost.
        if (f.Rhythm is { } rhythm && asOf - f.Last > 2 * rhythm) return CustomerState.Overdue;
        return asOf - f.Birth < patience ? CustomerState.New : CustomerState.Active;
    }
}

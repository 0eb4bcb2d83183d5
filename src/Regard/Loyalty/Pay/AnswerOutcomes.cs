namespace Regard.Loyalty;

/// <summary>What became of customers after an answer: one row a customer, by the last answer that lies back far enough.</summary>
sealed record AnswerOutcomes(IReadOnlyList<AnswerOutcome> Worth, IReadOnlyList<AnswerOutcome> Kept)
{
    const int DaysAfter = 365;

    /// <param name="margin">Share of what is paid that is gross profit; 1 for turnover.</param>
    public static AnswerOutcomes Of(CustomerBook book, IReadOnlyList<CustomerAnswer> answers, Func<string, int> patienceOf, double margin)
    {
        var (worth, kept, asOf) = (new List<AnswerOutcome>(), new List<AnswerOutcome>(), book.AsOf.DayNumber);
        foreach (var customer in answers.GroupBy(a => a.Customer).OrderBy(g => g.Key))
        {
            if (customer.Where(a => a.Day + DaysAfter <= asOf).OrderBy(a => a.Day).Select(a => (CustomerAnswer?)a).LastOrDefault() is { } old)
                worth.Add(new(customer.Key, old.Satisfaction, margin * Paid(book.Events, customer.Key, old.Day, old.Day + DaysAfter)));
            var patience = patienceOf(book.Segments[customer.Key]);
            if (customer.Where(a => a.Day + patience <= asOf).OrderBy(a => a.Day).Select(a => (CustomerAnswer?)a).LastOrDefault() is { } ripe)
                kept.Add(new(customer.Key, ripe.Satisfaction, Stayed(book, customer.Key, ripe.Day, ripe.Day + patience) ? 1 : 0));
        }
        return new(worth, kept);
    }

    static double Paid(EventColumns events, int customer, int after, int until)
    {
        var sum = 0.0;
        for (var i = events.Start[customer]; i < events.Start[customer + 1]; i++)
        {
            if (events.Day[i] <= after || events.Day[i] > until || events.Amount[i] == EventColumns.None) continue;
            if (Customers.EventKinds.IsPurchase(events.Kind[i])) sum += events.Amount[i];
            else if (events.Kind[i] == Customers.EventKind.Return) sum -= events.Amount[i];
        }
        return sum;
    }

    /// <summary>Bought within the days, or has a contract at their end.</summary>
    internal static bool Stayed(CustomerBook book, int customer, int after, int until)
    {
        for (var i = book.Events.Start[customer]; i < book.Events.Start[customer + 1]; i++)
            if (book.Events.Day[i] > after && book.Events.Day[i] <= until && Customers.EventKinds.IsPurchase(book.Events.Kind[i])) return true;
        return book.Covers.GetValueOrDefault(customer)?.Any(c => c.From <= until && until <= c.Until) == true;
    }
}

/// <param name="Customer">Index into the book.</param>
/// <param name="Satisfaction">0 to 100.</param>
/// <param name="Value">Money in the smallest unit of the currency, or 1 for kept and 0 for not.</param>
readonly record struct AnswerOutcome(int Customer, double Satisfaction, double Value);

namespace Regard.Loyalty;

/// <summary>Whether a customer came back after a loss, and stayed.</summary>
/// <param name="Returned">First purchase or contract from the day of the loss on.</param>
/// <param name="Retained">Twelve months after the return, when not lost again until then.</param>
sealed record WinBack(DateOnly? Returned, DateOnly? Repurchased, DateOnly? Retained, DateOnly? LostAgain)
{
    public static WinBack Of(CustomerBook book, int customer, CustomerCourse course, DateOnly lostOn)
    {
        int? bought = course.Purchases.Where(d => d >= lostOn.DayNumber).Select(d => (int?)d).FirstOrDefault();
        int? signed = book.Covers.GetValueOrDefault(customer)?.Where(c => c.From >= lostOn.DayNumber).Min(c => (int?)c.From);
        var repurchased = bought is { } b ? DateOnly.FromDayNumber(b) : (DateOnly?)null;
        if ((bought ?? signed) is not { } first) return new(null, null, null, null);
        var returned = DateOnly.FromDayNumber(Math.Min(first, signed ?? first));
        var year = returned.AddMonths(LostReview.MonthsToStay);
        var again = course.Lapses.Where(l => l.From > returned.DayNumber && l.From <= year.DayNumber).Select(l => (int?)l.From).FirstOrDefault();
        return new(returned, repurchased, again is null && book.AsOf >= year ? year : null, again is { } day ? DateOnly.FromDayNumber(day) : null);
    }
}

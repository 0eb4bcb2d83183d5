using Regard.Customers;
namespace Regard.Loyalty;

/// <summary>What was known of a customer at the end of a day, and nothing of what came after it.</summary>
readonly record struct RiskMoment
{
    const int Year = 365, HalfYear = 182, AnswerHolds = 730;

    /// <summary>Days since the last purchase; of somebody who only has a contract, since it began.</summary>
    public int DaysSince { get; private init; }
    /// <summary>Median days between two purchases; null before the second.</summary>
    public double? Rhythm { get; private init; }
    public int Purchases { get; private init; }
    /// <summary>Of the last 365 days, in the smallest unit of the currency, and in usual purchases.</summary>
    public long SpentYear { get; private init; }
    public double SpentUsual { get; private init; }
    /// <summary>Of the last half year, and of the one before; 0 before there were two.</summary>
    public long SpentLate { get; private init; }
    public long SpentEarly { get; private init; }
    public int Tenure { get; private init; }
    /// <summary>Of the last 365 days.</summary>
    public int Declined { get; private init; }
    public int Returns { get; private init; }
    public int Calls { get; private init; }
    /// <summary>Days that the running contract was still planned to run; null without one.</summary>
    public int? ContractDays { get; private init; }
    /// <summary>It was planned to run on beyond the days within which a loss is foretold.</summary>
    public bool ContractCovers { get; private init; }
    /// <summary>The last answer on overall satisfaction within two years; null for none.</summary>
    public bool? Satisfied { get; private init; }
    public int Answers { get; private init; }

    /// <param name="within">Days within which a loss is foretold.</param>
    /// <param name="usual">What a purchase of the company usually brings, over 0.</param>
    public static RiskMoment Of(CustomerBook book, int customer, CustomerCourse course, int day, int within, double usual)
    {
        var bought = Array.BinarySearch(course.Purchases, day) is >= 0 and var at ? at + 1 : ~Array.BinarySearch(course.Purchases, day);
        var born = course.Birth!.Value;
        var twoHalves = day - born >= 2 * HalfYear;
        long year = 0, late = 0, early = 0;
        int declined = 0, returns = 0, calls = 0;
        var events = book.Events;
        for (var i = events.Start[customer + 1] - 1; i >= events.Start[customer]; i--)
        {
            var ago = day - events.Day[i];
            if (ago < 0) continue;
            if (ago >= Year) break;
            var kind = events.Kind[i];
            if (kind == EventKind.DeclinedSale) declined++;
            if (kind == EventKind.Return) returns++;
            if (kind == EventKind.Call) calls++;
            var sign = kind == EventKind.Return ? -1 : kind.IsPurchase() ? 1 : 0;
            if (sign == 0 || events.Amount[i] == EventColumns.None) continue;
            var amount = sign * events.Amount[i];
            year += amount;
            if (ago < HalfYear) late += amount; else if (ago < 2 * HalfYear) early += amount;
        }
        var (satisfied, answers) = Said(book, customer, day);
        var contract = Contract(book, customer, day);
        return new()
        {
            DaysSince = day - (bought > 0 ? course.Purchases[bought - 1] : born), Rhythm = MedianGap(course.Purchases.AsSpan(0, bought)), Purchases = bought,
            SpentYear = Math.Max(0, year), SpentUsual = Math.Max(0, year / usual), SpentLate = twoHalves ? Math.Max(0, late) : 0, SpentEarly = twoHalves ? Math.Max(0, early) : 0, Tenure = day - born,
            Declined = declined, Returns = returns, Calls = calls, ContractDays = contract, ContractCovers = contract >= within, Satisfied = satisfied, Answers = answers,
        };
    }

    static double? MedianGap(ReadOnlySpan<int> purchases)
    {
        if (purchases.Length < 2) return null;
        Span<int> gaps = purchases.Length <= 256 ? stackalloc int[purchases.Length - 1] : new int[purchases.Length - 1];
        for (var i = 0; i < gaps.Length; i++) gaps[i] = purchases[i + 1] - purchases[i];
        gaps.Sort();
        return gaps.Length % 2 == 1 ? gaps[gaps.Length / 2] : (gaps[gaps.Length / 2 - 1] + gaps[gaps.Length / 2]) / 2.0;
    }

    static int? Contract(CustomerBook book, int customer, int day)
    {
        int? longest = null;
        foreach (var c in book.Covers.GetValueOrDefault(customer) ?? [])
            if (c.From <= day && day <= c.Until) longest = Math.Max(longest ?? 0, Math.Max(0, c.Planned - day));
        return longest;
    }

    static (bool? Satisfied, int Answers) Said(CustomerBook book, int customer, int day)
    {
        var (satisfied, answers) = ((bool?)null, 0);
        foreach (var a in book.Answers.GetValueOrDefault(customer) ?? [])
        {
            if (a.Day.DayNumber > day) break;
            answers++;
            if (a.Satisfied is not null && day - a.Day.DayNumber <= AnswerHolds) satisfied = a.Satisfied;
        }
        return (satisfied, answers);
    }
}

using Regard.Customers;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>After how many days without a purchase hardly anybody comes back, by the company's own purchases.</summary>
/// <param name="Days">By then, nine in ten of those who come back have come back; with its 95 % interval.</param>
/// <param name="Returns">Gaps between purchases that it rests on.</param>
public sealed record Patience(int Days, int Lower, int Upper, int Returns)
{
    internal const int WithoutData = 365;
    const double Share = 0.9;
    /// <summary>Customers looked at, spread evenly; more would only narrow an interval that is narrow already.</summary>
    const int Most = 5000;

    /// <summary>Null with too few gaps to tell.</summary>
    internal static Patience? Suggested(CustomerBook book)
    {
        var step = Math.Max(1, book.Count / Most);
        var purchases = new List<(long, DateOnly)>();
        for (var c = 0; c < book.Count; c += step)
            for (var i = book.Events.Start[c]; i < book.Events.Start[c + 1]; i++)
                if (book.Events.Kind[i].IsPurchase()) purchases.Add((c, DateOnly.FromDayNumber(book.Events.Day[i])));
        try
        {
            var found = ChurnThreshold.Suggest(PurchaseGaps.Of(purchases, book.AsOf), Share, Draws.Seeded(1));
            return found.Days is { } days ? new((int)Math.Ceiling(days), (int)(found.Lower ?? days), (int)Math.Ceiling(found.Upper ?? days), found.Returns) : null;
        }
        catch (DataRefused) { return null; }
    }
}

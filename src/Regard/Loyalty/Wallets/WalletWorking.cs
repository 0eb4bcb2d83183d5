namespace Regard.Loyalty;

/// <summary>What somebody said of spending with us.</summary>
/// <param name="Customer">Index into the book; -1 for whoever is not known.</param>
/// <param name="Unit">That was asked about; null for a file's line, which goes to the customer's unit.</param>
/// <param name="Share">0 to 1; NaN when it was not said.</param>
/// <param name="Period">The wave, or the quarter of a file's line.</param>
readonly record struct WalletAnswer(int Customer, Guid? Unit, int Day, string Period, double Share, bool? First);

/// <summary>Adds what customers said of their spending up to the units. Pure.</summary>
static class WalletWorking
{
    public static WalletDocument? Of(CustomerBook book, GradeCourse grades, IReadOnlyList<WalletAnswer> answers, int unit)
    {
        var below = Enumerable.Range(0, book.Units.Count).Where(u => book.UpFrom[u].Contains(unit)).ToHashSet();
        var keys = below.Select(u => book.Units[u].Id.Value).ToHashSet();
        List<WalletAnswer> here = [.. answers.Where(a => a.Unit is { } at ? keys.Contains(at) : below.Contains(book.UnitOf[a.Customer]))];
        if (here.Count == 0) return null;
        List<WalletAnswer> last = [.. here.Where(a => a.Customer >= 0).GroupBy(a => a.Customer).Select(g => g.MaxBy(a => a.Day))];
        return new()
        {
            Periods = [.. here.GroupBy(a => a.Period).OrderBy(g => g.Max(a => a.Day)).Select(g => Count(g.Key, g) with { Day = DateOnly.FromDayNumber(g.Max(a => a.Day)) })],
            Segments = [.. last.GroupBy(a => book.Segments[a.Customer]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Count(g.Key, g))],
            Grades = [.. last.GroupBy(a => GradeCourse.Letter(grades.Now[a.Customer])).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Count(g.Key, g))],
            All = Count("", last),
        };
    }

    static WalletCount Count(string name, IEnumerable<WalletAnswer> answers)
    {
        var (shares, sum, squares, asked, first) = (0L, 0.0, 0.0, 0L, 0L);
        foreach (var a in answers)
        {
            if (!double.IsNaN(a.Share)) (shares, sum, squares) = (shares + 1, sum + a.Share, squares + a.Share * a.Share);
            if (a.First is { } yes) (asked, first) = (asked + 1, first + (yes ? 1 : 0));
        }
        return new(name, shares, sum, squares, asked, first);
    }
}

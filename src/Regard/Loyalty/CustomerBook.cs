using Regard.Customers;
using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>All customers and what happened to them until a day, in columns: what a working out reads once and computes from.</summary>
sealed class CustomerBook
{
    public required DateOnly AsOf { get; init; }
    public required Guid[] Keys { get; init; }
    /// <summary>Index into <see cref="Units"/>; -1 for none.</summary>
    public required int[] UnitOf { get; init; }
    public required string[] Segments { get; init; }
    public required IReadOnlyList<Unit> Units { get; init; }
    /// <summary>The units above each unit and itself, by index.</summary>
    public required int[][] UpFrom { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required EventColumns Events { get; init; }
    public required IReadOnlyDictionary<int, List<Cover>> Covers { get; init; }
    /// <summary>What customers answered to personal links, each in the order of the days.</summary>
    public required IReadOnlyDictionary<int, List<GivenAnswer>> Answers { get; init; }
    /// <summary>Grades held so far, in the order of their days.</summary>
    public required IReadOnlyList<HeldGrade> Held { get; init; }

    public int Count => Keys.Length;
}

/// <summary>The days from and until which a contract runs.</summary>
/// <param name="Planned">Until when it was to run before anybody ended it early.</param>
readonly record struct Cover(int From, int Until, int Planned);

/// <summary>What a customer answered to a personal link.</summary>
/// <param name="Satisfied">Overall satisfaction in one of the two best answers; null when it was not asked.</param>
readonly record struct GivenAnswer(DateOnly Day, double? Satisfaction, bool? Satisfied, double? StatedLoyalty);

readonly record struct HeldGrade(int Customer, int Day, string Grade);

/// <summary>Events by customer and day.</summary>
sealed class EventColumns
{
    /// <summary>Says that an event carries no amount.</summary>
    public const long None = long.MinValue;

    /// <summary>Where each customer's events begin; one more than customers.</summary>
    public required int[] Start { get; init; }
    public required int[] Day { get; init; }
    public required EventKind[] Kind { get; init; }
    public required long[] Amount { get; init; }
    public required long[] Profit { get; init; }
    /// <summary>Index into the book's categories; -1 for none.</summary>
    public required short[] Category { get; init; }

    public int Count => Day.Length;

    public bool MostCarryProfit
    {
        get
        {
            var (priced, gained) = (0, 0);
            for (var i = 0; i < Count; i++)
                if (Kind[i].IsPurchase() && Amount[i] != None) (priced, gained) = (priced + 1, gained + (Profit[i] != None ? 1 : 0));
            return 2 * gained > priced;
        }
    }
}

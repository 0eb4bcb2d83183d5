namespace Regard.Statistics;

/// <summary>Purchase histories of many customers in columns, in whole days: what the purchase models are fitted to.</summary>
/// <remarks>The "customer by sufficient statistic" table of the field: x, t_x, T and m_x.</remarks>
public sealed class PurchaseHistories
{
    /// <summary>Most repeat purchases, and most days, that a history can have.</summary>
    public const int Most = (1 << 21) - 1;

    readonly int[] repeats, recency, age;
    readonly double[]? spend, weights;

    PurchaseHistories(int[] repeats, int[] recency, int[] age, double[]? spend, double[]? weights) =>
        (this.repeats, this.recency, this.age, this.spend, this.weights) = (repeats, recency, age, spend, weights);

    /// <summary>Customers.</summary>
    public int Count => repeats.Length;

    /// <summary>x of each customer: days with a purchase after the first one.</summary>
    public ReadOnlySpan<int> Repeats => repeats;

    /// <summary>t_x of each customer, days from the first to the last purchase.</summary>
    public ReadOnlySpan<int> RecencyDays => recency;

    /// <summary>T of each customer, days from the first purchase to the end of the record.</summary>
    public ReadOnlySpan<int> AgeDays => age;

    /// <summary>m_x of each customer, mean amount of a repeat purchase, 0 where there is none; empty when no amounts were recorded.</summary>
    public ReadOnlySpan<double> MeanSpend => spend;

    /// <summary>Case weight of each customer; empty when all count once.</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Customers who bought again.</summary>
    public int Repeaters => repeats.Count(x => x > 0);

    /// <summary>One customer, in weeks.</summary>
    public PurchaseHistory this[int customer] => new(
        repeats[customer], recency[customer] / PurchaseHistory.DaysPerWeek, age[customer] / PurchaseHistory.DaysPerWeek,
        spend is { } m && repeats[customer] > 0 ? m[customer] : null);

    /// <summary>Histories that were summed up elsewhere.</summary>
    /// <param name="repeats">x, 0 or more.</param>
    /// <param name="recencyDays">t_x, 0 exactly when x is 0.</param>
    /// <param name="ageDays">T, at least t_x.</param>
    /// <param name="meanSpend">m_x, 0 or more; null without amounts. What stands beside x = 0 is not read.</param>
    /// <param name="weights">How often each customer counts, 0 or more; null for once.</param>
    /// <exception cref="DataRefused">Uneven columns, none at all, or a row that contradicts itself.</exception>
    public static PurchaseHistories Of(IReadOnlyList<int> repeats, IReadOnlyList<int> recencyDays, IReadOnlyList<int> ageDays, IReadOnlyList<double>? meanSpend = null, IReadOnlyList<double>? weights = null)
    {
        var made = new PurchaseHistories([.. repeats], [.. recencyDays], [.. ageDays], meanSpend is null ? null : [.. meanSpend], weights is null ? null : [.. weights]);
        made.Check();
        return made;
    }

    /// <summary>The same customers counted by other weights.</summary>
    /// <param name="weights">One a customer, 0 or more, not all 0.</param>
    /// <exception cref="DataRefused">Another number of them, a negative one, or all are 0.</exception>
    public PurchaseHistories Weighted(IReadOnlyList<double> weights) => Of(repeats, recency, age, spend, weights);

    /// <summary>Some of the customers, in the order given.</summary>
    /// <param name="customers">Each 0 to Count - 1.</param>
    public PurchaseHistories Take(IReadOnlyList<int> customers) => new(
        [.. customers.Select(i => repeats[i])], [.. customers.Select(i => recency[i])], [.. customers.Select(i => age[i])],
        spend is null ? null : [.. customers.Select(i => spend[i])], weights is null ? null : [.. customers.Select(i => weights[i])]);

    internal static PurchaseHistories Trusted(int[] repeats, int[] recency, int[] age, double[]? spend) => new(repeats, recency, age, spend, null);

    void Check()
    {
        if (Count == 0) throw new DataRefused(DataFault.Empty, "There is no customer.");
        if (recency.Length != Count || age.Length != Count || (spend?.Length ?? Count) != Count) throw new DataRefused(DataFault.BadSpecification, "The columns of the histories are not of one length.");
        if (weights is { } w && (w.Length != Count || w.Any(v => !(double.IsFinite(v) && v >= 0)) || w.All(v => v == 0))) throw new DataRefused(DataFault.BadWeights, "There is one weight a customer, 0 or more, and not all are 0.");
        for (var i = 0; i < Count; i++)
        {
            if (Fault(repeats[i], recency[i], age[i]) is { } fault) throw new DataRefused(DataFault.OutOfRange, $"Customer {i + 1}: {fault}");
            if (repeats[i] > 0 && spend is { } m && !(double.IsFinite(m[i]) && m[i] >= 0)) throw new DataRefused(DataFault.OutOfRange, $"Customer {i + 1}: a mean spend of {m[i]} is no amount from 0 on.");
        }
    }

    static string? Fault(int x, int recency, int age) => (x, recency, age) switch
    {
        ( < 0 or > Most, _, _) => $"{x} is no number of repeat purchases.",
        (_, _, < 0 or > Most) => $"a first purchase {age} days before the end of the record is none.",
        (_, < 0, _) => $"the last purchase lies {-recency} days before the first.",
        _ when recency > age => $"the last purchase, {recency} days after the first, lies after the end of the record, {age} days after it.",
        (0, > 0, _) => $"the last purchase lies {recency} days after the first although there is no repeat.",
        ( > 0, 0, _) => "a repeat purchase on the day of the first is none: purchases of one day count once.",
        _ => null,
    };
}

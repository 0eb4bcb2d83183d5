namespace Regard.Statistics;

/// <summary>Customers in grades by their value: A, B, C, D by cumulative share, or by thresholds.</summary>
/// <remarks>
/// By share, customers are taken from the most valuable down, equal ones in the order given; one is in the first grade of which the cut exceeds the share of value of all before them. So the customer
/// who crosses a cut is still in the upper grade, and a single customer with most of the value is an A.
/// </remarks>
public sealed record ValueGrades
{
    /// <summary>A up to half of the value, B up to 80 %, C up to 95 %, D the rest.</summary>
    public static IReadOnlyList<double> UsualCuts { get; } = [0.5, 0.8, 0.95];

    ValueGrades(byte[] of, GradeTotal[] grades) => (Of, Grades) = (of, grades);

    /// <summary>Grade of each customer: 0 for A.</summary>
    public IReadOnlyList<byte> Of { get; }

    /// <summary>The grades, from A.</summary>
    public IReadOnlyList<GradeTotal> Grades { get; }

    /// <summary>Grades by cumulative share of value. Who brings nothing or less is in the last grade.</summary>
    /// <param name="values">Value of each customer (gross profit, revenue, lifetime value).</param>
    /// <param name="cuts">Rising, between 0 and 1, at most 25; null for the usual ones.</param>
    /// <exception cref="DataRefused">No customer, a value that is no number, no value over 0, or cuts that do not rise.</exception>
    public static ValueGrades ByShare(IReadOnlyList<double> values, IReadOnlyList<double>? cuts = null)
    {
        cuts ??= UsualCuts;
        if (cuts.Count is 0 or > 25 || cuts.Any(c => !(c is > 0 and < 1)) || cuts.Zip(cuts.Skip(1)).Any(p => p.First >= p.Second))
            throw new DataRefused(DataFault.BadSpecification, "Cuts are shares between 0 and 1 that rise, such as 0.5, 0.8, 0.95.");
        Check(values);
        var order = Descending(values);
        var total = order.Sum(i => Math.Max(0, values[i]));
        if (total <= 0) throw new DataRefused(DataFault.Constant, "No customer has a value over 0, so there is nothing to share out.");
        var (of, before, grade) = (new byte[values.Count], 0.0, 0);
        foreach (var i in order)
        {
            while (grade < cuts.Count && before >= cuts[grade] * total) grade++;
            of[i] = (byte)(values[i] > 0 ? grade : cuts.Count);
            before += Math.Max(0, values[i]);
        }
        return new(of, Totals(values, of, cuts.Count + 1));
    }

    /// <summary>Grades by thresholds: A from the first one up, and so on; the last grade lies under all of them.</summary>
    /// <param name="values">Value of each customer.</param>
    /// <param name="thresholds">Falling, at most 25.</param>
    /// <exception cref="DataRefused">No customer, a value that is no number, or thresholds that do not fall.</exception>
    public static ValueGrades ByThreshold(IReadOnlyList<double> values, IReadOnlyList<double> thresholds)
    {
        if (thresholds.Count is 0 or > 25 || thresholds.Any(t => !double.IsFinite(t)) || thresholds.Zip(thresholds.Skip(1)).Any(p => p.First <= p.Second))
            throw new DataRefused(DataFault.BadSpecification, "Thresholds fall from grade A down, such as 10000, 2000, 500.");
        Check(values);
        var of = new byte[values.Count];
        for (var i = 0; i < of.Length; i++)
            while (of[i] < thresholds.Count && values[i] < thresholds[of[i]]) of[i]++;
        return new(of, Totals(values, of, thresholds.Count + 1));
    }

    static GradeTotal[] Totals(IReadOnlyList<double> values, byte[] of, int grades)
    {
        var (count, sum, lowest) = (new int[grades], new double[grades], new double[grades]);
        Array.Fill(lowest, double.PositiveInfinity);
        var positive = 0.0;
        for (var i = 0; i < of.Length; i++)
        {
            count[of[i]]++;
            sum[of[i]] += values[i];
            lowest[of[i]] = Math.Min(lowest[of[i]], values[i]);
            positive += Math.Max(0, values[i]);
        }
        return [.. Enumerable.Range(0, grades).Select(g => new GradeTotal((char)('A' + g), count[g], sum[g], count[g] / (double)of.Length, positive > 0 ? sum[g] / positive : 0, count[g] == 0 ? null : lowest[g]))];
    }

    static void Check(IReadOnlyList<double> values)
    {
        if (values.Count == 0) throw new DataRefused(DataFault.Empty, "There is no customer.");
        for (var i = 0; i < values.Count; i++)
            if (!double.IsFinite(values[i])) throw new DataRefused(DataFault.NotANumber, $"The value of customer {i + 1} is not a number.");
    }

    /// <summary>Places from the highest value down; equal values in the order given.</summary>
    internal static int[] Descending(IReadOnlyList<double> values)
    {
        var (keys, order) = (new double[values.Count], new int[values.Count]);
        for (var i = 0; i < keys.Length; i++) (keys[i], order[i]) = (-values[i], i);
        Array.Sort(keys, order);
        for (int from = 0, to; from < keys.Length; from = to)
        {
            for (to = from + 1; to < keys.Length && keys[to] == keys[from];) to++;
            if (to - from > 1) Array.Sort(order, from, to - from);
        }
        return order;
    }
}

using System.Buffers.Binary;
using System.Numerics;
namespace Regard.Loyalty;

/// <summary>A customer at a quarter's beginning who could be lost, what was known, and what came of it within the patience of the segment.</summary>
readonly record struct RiskRow(int Customer, int Day, RiskMoment Known, bool Lost);

/// <summary>Rows to learn from and later ones to test on: every window learnt from had passed when the first of the test began.</summary>
sealed class RiskRows
{
    /// <summary>More would only narrow intervals that are narrow already.</summary>
    const int Most = 20_000;
    /// <summary>Segments with fewer of the customers do not decide when the test begins.</summary>
    const double Weighty = 0.05;
    /// <summary>Lost under a contract, from which on something can be learnt of them.</summary>
    const int FewestLost = 10;

    public required RiskRow[] Training { get; init; }
    public required RiskRow[] Test { get; init; }

    /// <summary>Customers whose contract runs on beyond the days foretold are told apart by that alone where hardly any of them is ever lost: they are left out, and nothing is foretold of them.</summary>
    public bool LeavesOutCovered { get; private init; }

    public RiskRows Uncovered()
    {
        var covered = Training.Where(r => r.Known.ContractCovers).ToList();
        if (covered.Count == 0 || covered.Count(r => r.Lost) >= FewestLost) return this;
        return new() { Training = [.. Training.Where(r => !r.Known.ContractCovers)], Test = [.. Test.Where(r => !r.Known.ContractCovers)], LeavesOutCovered = true };
    }

    public static RiskRows Of(CustomerBook book, CustomerFacts[] facts, Quarters quarters, Func<string, int> patienceOf, double usual)
    {
        int Day(int quarter) => quarters.Begins[quarter] - 1;
        var last = book.Segments.Distinct().ToDictionary(s => s, s => LastObserved(quarters, patienceOf(s)));
        var counts = book.Segments.CountBy(s => s).ToDictionary(p => p.Key, p => p.Value);
        var deciding = last.Where(s => s.Value >= 0 && counts[s.Key] >= Weighty * book.Count).Select(s => Day(s.Value)).ToList();
        if (deciding.Count == 0) return new() { Training = [], Test = [] };
        var begin = deciding.Min();
        bool Learns(string segment, int quarter) => Day(quarter) + patienceOf(segment) <= begin;
        bool Tests(string segment, int quarter) => quarter == last[segment] && Day(quarter) >= begin;
        return new() { Training = Chosen(book, facts, quarters, patienceOf, usual, Learns), Test = Chosen(book, facts, quarters, patienceOf, usual, Tests) };
    }

    /// <summary>-1 for none.</summary>
    static int LastObserved(Quarters quarters, int patience)
    {
        for (var q = quarters.Count - 1; q >= 0; q--) if (quarters.Begins[q] - 1 + patience <= quarters.AsOf) return q;
        return -1;
    }

    static RiskRow[] Chosen(CustomerBook book, CustomerFacts[] facts, Quarters quarters, Func<string, int> patienceOf, double usual, Func<string, int, bool> fits)
    {
        var masks = book.Segments.Distinct().ToDictionary(s => s, s => Enumerable.Range(0, quarters.Count).Where(q => fits(s, q)).Aggregate(0u, (mask, q) => mask | 1u << q));
        var all = 0L;
        for (var c = 0; c < book.Count; c++) all += BitOperations.PopCount(facts[c].AtRisk & masks[book.Segments[c]]);
        var step = (uint)((all + Most - 1) / Most);
        if (step == 0) return [];
        var rows = new List<RiskRow>();
        Parallel.For(0, book.Count, () => new List<RiskRow>(), (c, _, own) =>
        {
            var bits = facts[c].AtRisk & masks[book.Segments[c]];
            CustomerCourse? course = null;
            for (; bits != 0; bits &= bits - 1)
            {
                var quarter = BitOperations.TrailingZeroCount(bits);
                if (Share(book.Keys[c], quarter) % step != 0) continue;
                var (day, patience) = (quarters.Begins[quarter] - 1, patienceOf(book.Segments[c]));
                course ??= CustomerCourse.Of(book, c, patience);
                own.Add(new(c, day, RiskMoment.Of(book, c, course, day, patience, usual), course.LostOn(day + patience) is not null));
            }
            return own;
        }, own => { lock (rows) rows.AddRange(own); });
        return [.. rows.OrderBy(r => r.Day).ThenBy(r => book.Keys[r.Customer])];
    }

    /// <summary>A number that hangs on the customer and the quarter alone, so that the same rows are chosen in whatever order they come.</summary>
    static uint Share(Guid key, int quarter)
    {
        Span<byte> bytes = stackalloc byte[16];
        key.TryWriteBytes(bytes);
        var mixed = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]) ^ (uint)quarter * 0x9E3779B1) * 0x85EBCA6B;
        return (mixed ^ mixed >> 15) * 0xC2B2AE35 >> 4;
    }
}

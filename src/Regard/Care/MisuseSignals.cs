using System.Text.Json.Serialization;
using Regard.Statistics;
namespace Regard.Care;

/// <summary>Something worth a look and a talk; never a proof.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MisuseSignal>))]
public enum MisuseSignal
{
    /// <summary>More of the person's gestures lie just under the limit than of all others', beyond chance.</summary>
    NearLimit,
    /// <summary>Again and again to the same customer.</summary>
    SameCustomer,
    /// <summary>More is taken back again than by all others, beyond chance.</summary>
    TakenBack,
}

/// <summary>Finds who uses authority otherwise than the others, with the false discovery rate held.</summary>
public static class MisuseSignals
{
    /// <summary>Fewer gestures tell nothing.</summary>
    public const int Fewest = 10;
    /// <summary>To one customer within the time looked at.</summary>
    public const int TooManyToOne = 3;
    public const double Rate = 0.05;

    public static IReadOnlyList<AuthorityUse> Find(IReadOnlyList<AuthorityUse> all)
    {
        var near = Above(all, u => u.NearLimit, u => u.AtOnce);
        var back = Above(all, u => u.TakenBack, u => u.Asked);
        return [.. all.Select((u, i) => u with
        {
            Signals = [.. near[i] ? (MisuseSignal[])[MisuseSignal.NearLimit] : [], .. u.MostToOne >= TooManyToOne ? (MisuseSignal[])[MisuseSignal.SameCustomer] : [], .. back[i] ? (MisuseSignal[])[MisuseSignal.TakenBack] : []],
        })];
    }

    /// <summary>Whose share lies above that of all others together.</summary>
    static bool[] Above(IReadOnlyList<AuthorityUse> all, Func<AuthorityUse, long> count, Func<AuthorityUse, long> of)
    {
        var (counts, totals) = (all.Sum(count), all.Sum(of));
        var asked = all.Select((u, i) => (Index: i, P: OneSided(count(u), of(u), counts - count(u), totals - of(u)))).Where(a => a.P is not null).ToList();
        var found = new bool[all.Count];
        var decided = BenjaminiHochberg.Decide([.. asked.Select(a => a.P!.Value)], Rate);
        for (var i = 0; i < asked.Count; i++) found[asked[i].Index] = decided[i];
        return found;
    }

    static double? OneSided(long count, long n, long others, long all)
    {
        if (n < Fewest || all < Fewest) return null;
        var test = ShareDifference.Of(Wilson.Share(count, n), Wilson.Share(others, all));
        return test.PValue is { } p ? test.Difference.Value > 0 ? p / 2 : 1 - p / 2 : null;
    }
}

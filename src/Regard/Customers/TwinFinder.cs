using System.Runtime.InteropServices;
using Regard.Organisation;
namespace Regard.Customers;

/// <summary>Finds pairs that share a number, an address or a rare name, in memory: 64 bits of each, sorted, equal ones beside each other.</summary>
sealed class TwinFinder
{
    /// <summary>A number that more customers share belongs to none of them: a switchboard, a dealer.</summary>
    const int Crowd = 8;
    /// <summary>A name that more customers bear says nothing about two of them.</summary>
    const int RareName = 3;

    readonly List<Id<Customer>> ids = [];
    readonly List<ulong> names = [];
    readonly List<CustomerKind> kinds = [];
    readonly Dictionary<int, Guid> accountOf = [];
    readonly Dictionary<TwinReason, List<(ulong Hash, int Row)>> marks = new()
    {
        [TwinReason.Phone] = [], [TwinReason.Email] = [], [TwinReason.Plate] = [], [TwinReason.Serial] = [], [TwinReason.Name] = [], [TwinReason.RareNameAtUnit] = [],
    };
    Dictionary<Guid, int>? rows;

    public int Customers => ids.Count;
    /// <summary>Numbers and addresses shared by too many to tell anything.</summary>
    public long Crowds { get; private set; }

    public void Add(Id<Customer> id, CustomerKind kind, Id<Customer>? account, string? name, string? phone, string? email, Id<Unit>? unit)
    {
        var row = ids.Count;
        ids.Add(id);
        kinds.Add(kind);
        if (account is { } of) accountOf[row] = of.Value;
        Mark(TwinReason.Phone, Canonical.Phone(phone), row);
        Mark(TwinReason.Email, Canonical.Email(email), row);
        var called = Canonical.Name(name);
        names.Add(called is null ? 0 : Hash(called));
        Mark(TwinReason.Name, called, row);
        if (called is not null && unit is { } u) marks[TwinReason.RareNameAtUnit].Add((names[row] ^ Hash(u.ToString()), row));
    }

    public void AddAsset(Id<Customer> id, string? plate, string? serial)
    {
        rows ??= ids.Select((customer, row) => (customer.Value, row)).ToDictionary(c => c.Value, c => c.row);
        if (!rows.TryGetValue(id.Value, out var row)) return;
        Mark(TwinReason.Plate, Canonical.Code(plate), row);
        Mark(TwinReason.Serial, Canonical.Code(serial), row);
    }

    /// <summary>The pairs that look most alike, at most so many.</summary>
    public IReadOnlyList<Twin> Find(int most)
    {
        foreach (var list in marks.Values) list.Sort();
        var rare = Groups(TwinReason.Name).Where(g => g.Length <= RareName).SelectMany(g => g).ToHashSet();
        var pairs = new Dictionary<(int, int), List<TwinReason>>();
        foreach (var reason in marks.Keys.Where(r => r != TwinReason.Name))
            foreach (var group in Groups(reason))
            {
                if (reason == TwinReason.RareNameAtUnit ? !rare.Contains(group[0]) : group.Length > Crowd)
                {
                    if (reason != TwinReason.RareNameAtUnit) Crowds++;
                    continue;
                }
                for (var i = 0; i < group.Length; i++)
                    for (var j = i + 1; j < group.Length; j++)
                        if (MayBeOne(group[i], group[j])) (CollectionsMarshal.GetValueRefOrAddDefault(pairs, (group[i], group[j]), out _) ??= []).Add(reason);
            }
        return [.. pairs.Select(p => Pair(p.Key, p.Value)).Where(t => t.Score >= Twin.Least).OrderByDescending(t => t.Score).ThenBy(t => t.CustomerId.ToString(), StringComparer.Ordinal).ThenBy(t => t.OtherId.ToString(), StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Not a contact and its account, and not two contacts of one account with names of their own.</summary>
    bool MayBeOne(int a, int b) =>
        kinds[a] == kinds[b] && !(names[a] != names[b] && names[a] != 0 && names[b] != 0 && accountOf.TryGetValue(a, out var of) && accountOf.TryGetValue(b, out var other) && of == other);

    Twin Pair((int A, int B) rows, List<TwinReason> found)
    {
        var (a, b) = (names[rows.A], names[rows.B]);
        if (a != 0 && b != 0)
        {
            if (a != b) found.Add(TwinReason.NamesDiffer);
            else if (found.Any(r => r != TwinReason.RareNameAtUnit)) { found.Remove(TwinReason.RareNameAtUnit); found.Add(TwinReason.Name); }
        }
        var (first, second) = Twin.InOrder(ids[rows.A], ids[rows.B]);
        return new() { CustomerId = first, OtherId = second, Score = Math.Round(Twin.ScoreOf(found), 4), Reasons = found };
    }

    /// <summary>Rows with the same mark, each once, where there are several.</summary>
    IEnumerable<int[]> Groups(TwinReason reason)
    {
        var list = marks[reason];
        for (var i = 0; i < list.Count;)
        {
            var from = i;
            while (++i < list.Count && list[i].Hash == list[from].Hash) { }
            if (i - from < 2) continue;
            var group = new List<int>(i - from);
            for (var k = from; k < i; k++) if (group.Count == 0 || group[^1] != list[k].Row) group.Add(list[k].Row);
            if (group.Count > 1) yield return [.. group];
        }
    }

    void Mark(TwinReason reason, string? text, int row)
    {
        if (text is not null) marks[reason].Add((Hash(text), row));
    }

    /// <summary>FNV-1a, 64 bits, with a last mixing. Never 0.</summary>
    static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        return (hash ^ (hash >> 29)) | 1;
    }
}

using System.Security.Cryptography;
using System.Text;
using Regard.Files;
namespace Regard.Customers.Intake;

/// <summary>Finds rows that look like a customer who is here already, or like an earlier line of the same file: the same phone number, e-mail address or plate.</summary>
sealed class Alike(Session s, IntakePlace place)
{
    const int AtOnce = 2000;

    readonly Dictionary<UInt128, (long Line, string? Account)> inFile = [];
    readonly List<(string Value, long Line, string Key)> phones = [], emails = [];
    readonly HashSet<long> found = [];
    readonly Dictionary<long, LookAlike> first = [];
    bool anybodyHere;

    public long Count => found.Count;
    public IReadOnlyList<LookAlike> First => [.. first.Values.OrderBy(a => a.Line)];

    /// <summary>Before anything is written.</summary>
    public async Task Prepare()
    {
        anybodyHere = await CustomerStore.Any(s);
        until = await s.Maybe<long?>("select max(number) from customers") ?? 0;
    }

    long until;

    /// <summary>A row that is about to be a new customer.</summary>
    public void Note(CustomerSaid said)
    {
        Note(phones, Likeness.Phone, said.Phone, said);
        Note(emails, Likeness.Email, said.Email, said);
    }

    void Note(List<(string, long, string)> list, Likeness because, string? value, CustomerSaid said)
    {
        if (value is null) return;
        if (anybodyHere) list.Add((value, said.Line, said.ExternalId));
        var key = Narrowed(because, value);
        if (!inFile.TryAdd(key, (said.Line, said.Account)) && inFile[key] is var other && (said.Account is null || said.Account != other.Account)) Tell(said.Line, said.ExternalId, because, otherLine: other.Line);
    }

    static UInt128 Narrowed(Likeness because, string value) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{because}\u001f{value}")));

    public async Task Judge()
    {
        await Judge(phones, Likeness.Phone, "phone");
        await Judge(emails, Likeness.Email, "email");
    }

    async Task Judge(List<(string Value, long Line, string Key)> list, Likeness because, string column)
    {
        foreach (var chunk in list.Chunk(AtOnce))
        {
            var some = chunk.Select(c => c.Value).Distinct().ToArray();
            var here = (await s.Many<Other>($"select {column} as value, number, unit_id from customers where {s.Dialect.Among(column, "some")} and number <= @until and merged_into is null", new { some, until }))
                .Where(o => place.InCare(o.UnitId)).GroupBy(o => o.Value).ToDictionary(g => g.Key, g => g.Min(o => o.Number));
            foreach (var (value, line, key) in chunk) if (here.TryGetValue(value, out var number)) Tell(line, key, because, number);
        }
    }

    /// <summary>Plates of the file that another customer's vehicle bears.</summary>
    public async Task Plates(Table table, long largest, FileColumns columns, Dictionary<string, KnownCustomer> customers)
    {
        if (!columns.Has("plate")) return;
        using var csv = table.Open(largest);
        var rows = new List<(string Plate, object Owner, long Line, string Key)>();
        while (csv.Read())
        {
            if (csv.Cell(columns.Find("plate")) is var said && Canonical.Code(said) is { } plate && customers.TryGetValue(csv.Cell(columns.Find("customer")), out var owner)) rows.Add((plate, owner.Key, csv.Line, csv.Cell(columns.Find("asset_id"))));
            if (rows.Count == AtOnce) await Judge(rows);
        }
        await Judge(rows);
    }

    async Task Judge(List<(string Plate, object Owner, long Line, string Key)> rows)
    {
        var some = rows.Select(r => r.Plate).Distinct().ToArray();
        if (some.Length == 0) return;
        var here = (await s.Many<Bearer>($"""
            select a.plate, a.customer_id, c.number, c.unit_id from assets a join customers c on c.customer_id = a.customer_id
            where {s.Dialect.Among("a.plate", "some")} and (a.until_day is null or a.until_day >= @Today) and c.merged_into is null
            """, new { some, s.Today })).Where(b => place.InCare(b.UnitId)).ToLookup(b => b.Plate);
        foreach (var (plate, owner, line, key) in rows)
            if (here[plate].FirstOrDefault(b => !owner.Equals(b.CustomerId.Value)) is { } other) Tell(line, key, Likeness.Plate, other.Number);
        rows.Clear();
    }

    void Tell(long line, string key, Likeness because, long? number = null, long? otherLine = null)
    {
        var tell = new LookAlike { Line = line, Key = key, Because = because, CustomerNumber = number, OtherLine = otherLine };
        if (found.Add(line)) { if (first.Count < FileReport.ProblemsTold) first.Add(line, tell); }
        // Who is here already says more than another line.
        else if (number is not null && first.TryGetValue(line, out var told) && told.CustomerNumber is null) first[line] = tell;
    }

    sealed record Other
    {
        public required string Value { get; init; }
        public required long Number { get; init; }
        public Id<Organisation.Unit>? UnitId { get; init; }
    }

    sealed record Bearer
    {
        public required string Plate { get; init; }
        public required Id<Customer> CustomerId { get; init; }
        public required long Number { get; init; }
        public Id<Organisation.Unit>? UnitId { get; init; }
    }
}

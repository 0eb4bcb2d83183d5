using Regard.Customers;
using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Loyalty;

/// <summary>Reads all customers with what happened to them until a day; merged ones as the one that goes on, contacts as the account that they speak for. Suppliers and partners are no customers.</summary>
sealed record ReadCustomerBook(DateOnly AsOf) : Question<CustomerBook>
{
    static readonly Dictionary<string, object> nothing = [];

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<CustomerBook> Run(Session s)
    {
        var tree = await UnitStore.Tree(s, s.Today);
        var units = tree.All.ToList();
        var unitIndex = units.Select((u, i) => (u.Id, i)).ToDictionary(p => p.Id.Value, p => p.i);
        var (keys, unitOf, segments) = (new List<Guid>(), new List<int>(), new List<string>());
        var merged = new Dictionary<Guid, Guid>();
        await s.Dialect.Read(s.Transaction, $"select customer_id, unit_id, segment, coalesce(merged_into, account_id) from customers where kind not in ({CustomerKinds.Others})", nothing, row =>
        {
            var key = row.Guid(0);
            var unit = row.MaybeGuid(1) is { } u && unitIndex.TryGetValue(u, out var at) ? at : -1;
            var segment = row.Text(2);
            if (row.MaybeGuid(3) is { } into) { merged[key] = into; return; }
            keys.Add(key);
            unitOf.Add(unit);
            segments.Add(segment);
        });
        var index = keys.Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i);
        foreach (var (key, into) in merged) if (index.TryGetValue(Root(into, merged), out var at)) index[key] = at;
        var categories = new List<string>();
        return new()
        {
            AsOf = AsOf, Keys = [.. keys], UnitOf = [.. unitOf], Segments = [.. segments], Units = units,
            UpFrom = [.. units.Select(u => tree.PathTo(u.Id).Select(p => unitIndex[p.Id.Value]).ToArray())],
            Categories = categories, Events = await Events(s, index, keys.Count, categories), Covers = await Contracts(s, index), Answers = await Answers(s, index), Held = await Held(s, index),
        };
    }

    static Guid Root(Guid key, Dictionary<Guid, Guid> merged)
    {
        while (merged.TryGetValue(key, out var into)) key = into;
        return key;
    }

    async Task<EventColumns> Events(Session s, Dictionary<Guid, int> index, int customers, List<string> categories)
    {
        var gathering = new EventGathering();
        var known = new Dictionary<string, short>(StringComparer.Ordinal);
        var kinds = EventKinds.All.ToDictionary(k => k.ToString(), StringComparer.Ordinal);
        var last = AsOf.DayNumber;
        await s.Dialect.Read(s.Transaction, "select customer_id, kind, day, amount, profit, category from events", nothing, row =>
        {
            var customer = index.GetValueOrDefault(row.Guid(0), -1);
            var (kind, day, amount, profit) = (kinds[row.Text(1)], row.Day(2).DayNumber, row.MaybeLong(3), row.MaybeLong(4));
            if (customer < 0 || day > last) return;
            var category = (short)-1;
            if (row.MaybeText(5) is { Length: > 0 } text && !known.TryGetValue(text, out category))
            {
                known[text] = category = (short)categories.Count;
                categories.Add(text);
            }
            gathering.Add(customer, day, kind, amount, profit, category);
        });
        return gathering.Sorted(customers);
    }

    async Task<IReadOnlyDictionary<int, List<Cover>>> Contracts(Session s, Dictionary<Guid, int> index)
    {
        var covers = new Dictionary<int, List<Cover>>();
        await s.Dialect.Read(s.Transaction, "select customer_id, from_day, until_day, ended_on from contracts", nothing, row =>
        {
            var known = index.TryGetValue(row.Guid(0), out var customer);
            var (from, until, ended) = (row.Day(1), row.MaybeDay(2), row.MaybeDay(3));
            if (!known || from > AsOf) return;
            var last = Math.Min(until?.DayNumber ?? int.MaxValue, ended?.DayNumber ?? int.MaxValue);
            (covers.TryGetValue(customer, out var list) ? list : covers[customer] = []).Add(new(from.DayNumber, last, until?.DayNumber ?? int.MaxValue));
        });
        return covers;
    }

    async Task<IReadOnlyDictionary<int, List<GivenAnswer>>> Answers(Session s, Dictionary<Guid, int> index)
    {
        var asked = (await s.Many<AskedForm>("select w.id as wave_id, v.document from waves w join form_versions v on v.id = w.form_version_id")).ToDictionary(a => a.WaveId.Value, a => LoyaltySlots.Of(a.Document));
        var answers = new Dictionary<int, List<GivenAnswer>>();
        await s.Dialect.Read(s.Transaction, "select customer_id, wave_id, submitted_at, ratings from responses", nothing, row =>
        {
            if (!index.TryGetValue(row.Guid(0), out var customer)) return;
            var slots = asked[row.Guid(1)];
            var day = DateOnly.FromDateTime(row.Moment(2).UtcDateTime);
            if (day <= AsOf) (answers.TryGetValue(customer, out var list) ? list : answers[customer] = new(1)).Add(slots.Read(day, row.Bytes(3)));
        });
        foreach (var list in answers.Values) if (list.Count > 1) list.Sort((a, b) => a.Day.CompareTo(b.Day));
        return answers;
    }

    static async Task<IReadOnlyList<HeldGrade>> Held(Session s, Dictionary<Guid, int> index)
    {
        var held = new List<HeldGrade>();
        await s.Dialect.Read(s.Transaction, "select customer_id, from_day, grade from grades_held order by from_day", nothing, row =>
        {
            if (index.TryGetValue(row.Guid(0), out var customer)) held.Add(new(customer, row.Day(1).DayNumber, row.Text(2)));
        });
        return held;
    }

    sealed record AskedForm
    {
        public required Id<Wave> WaveId { get; init; }
        public required FormDocument Document { get; init; }
    }
}

using System.Globalization;
using Regard.Organisation;
namespace Regard.Customers;

/// <summary>The story of a customer, newest first: by day, then kind, then key, so that each page goes on where the last one ended.</summary>
static class Timeline
{
    /// <summary>Where a page begins: after this entry.</summary>
    sealed record Mark(DateOnly Day, TimelineKind Kind, Guid Key)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}~{(int)Kind}~{Key:n}");

        public static Mark Read(string text)
        {
            var parts = text.Split('~');
            return parts.Length == 3 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && Enum.TryParse<TimelineKind>(parts[1], out var kind) && Guid.TryParseExact(parts[2], "n", out var key)
                ? new(day, kind, key) : throw new Invalid("After", "There is no such page of the list.");
        }
    }

    /// <param name="others">All entries but the events, which are read here as many as the page takes.</param>
    public static async Task<TimelinePage> Page(Session s, System.Collections.IEnumerable keys, IEnumerable<TimelineEntry> others, TimelinePart part, string? after, int size)
    {
        var mark = after is null ? null : Mark.Read(after);
        var entries = others.Where(e => Belongs(e.Kind, part) && (mark is null || IsBeyond(e, mark))).ToList();
        if (Belongs(TimelineKind.Event, part)) entries.AddRange(await Events(s, keys, part, mark, size + 1));
        var page = entries.OrderByDescending(e => e.Day).ThenBy(e => e.Kind).ThenByDescending(e => e.Key.ToString(), StringComparer.Ordinal).Take(size + 1).ToList();
        return page.Count <= size ? new(page, null) : new(page[..size], new Mark(page[size - 1].Day, page[size - 1].Kind, page[size - 1].Key).ToString());
    }

    static bool Belongs(TimelineKind kind, TimelinePart part) => part switch
    {
        TimelinePart.Everything => true,
        TimelinePart.Purchases => kind == TimelineKind.Event,
        TimelinePart.Answers => kind == TimelineKind.Answer,
        TimelinePart.Contracts => kind is TimelineKind.ContractBegan or TimelineKind.ContractEnded,
        TimelinePart.Notes => kind == TimelineKind.Note,
        TimelinePart.Consents => kind == TimelineKind.Consent,
        TimelinePart.Cases => kind is TimelineKind.Case or TimelineKind.Gesture,
        _ => kind == TimelineKind.Grade,
    };

    static bool IsBeyond(TimelineEntry e, Mark mark) =>
        e.Day != mark.Day ? e.Day < mark.Day : e.Kind != mark.Kind ? e.Kind > mark.Kind : string.CompareOrdinal(e.Key.ToString(), mark.Key.ToString()) < 0;

    static async Task<IEnumerable<TimelineEntry>> Events(Session s, System.Collections.IEnumerable keys, TimelinePart part, Mark? mark, int howMany)
    {
        var values = new Dictionary<string, object> { ["keys"] = keys, ["howMany"] = howMany };
        var conditions = new List<string> { s.Dialect.Among("e.customer_id", "keys") };
        if (part == TimelinePart.Purchases) conditions.Add($"e.kind in ({EventKinds.Purchases})");
        if (mark is not null)
        {
            // Events come first on their day: after any other entry only the days before are left.
            conditions.Add(mark.Kind == TimelineKind.Event ? "(e.day, e.id) < (@day, @key)" : "e.day < @day");
            (values["day"], values["key"]) = (mark.Day, new Id<CustomerEvent>(mark.Key));
        }
        var rows = await s.Many<Row>($"""
            select e.id, e.kind, e.day, e.unit_id, e.amount, e.category, e.words, a.plate
            from events e left join assets a on a.customer_id = e.customer_id and a.id = e.asset_id
            where {string.Join(" and ", conditions)} order by e.day desc, e.id desc limit @howMany
            """, values);
        return rows.Select(e => new TimelineEntry
        {
            Day = e.Day, Kind = TimelineKind.Event, EventKind = e.Kind, Text = e.Words, Name = e.Category, Amount = e.Amount, UnitId = e.UnitId, Plate = e.Plate, Key = e.Id.Value,
        });
    }

    sealed record Row
    {
        public required Id<CustomerEvent> Id { get; init; }
        public required EventKind Kind { get; init; }
        public required DateOnly Day { get; init; }
        public Id<Unit>? UnitId { get; init; }
        public long? Amount { get; init; }
        public string? Category { get; init; }
        public string? Words { get; init; }
        public string? Plate { get; init; }
    }
}

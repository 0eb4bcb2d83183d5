using Regard.Loyalty;
namespace Regard.Customers;

/// <summary>What is kept of a customer beside its events: few rows of many kinds.</summary>
sealed record CustomerFile
{
    public Standing? Standing { get; init; }
    public required IReadOnlyList<GradeHeld> Grades { get; init; }
    public required IReadOnlyList<Asset> Assets { get; init; }
    public required IReadOnlyList<Contract> Contracts { get; init; }
    public required IReadOnlyList<CustomerNote> Notes { get; init; }
    /// <summary>What holds first, then what was ended.</summary>
    public required IReadOnlyList<CustomerPreference> Preferences { get; init; }
    /// <summary>Newest first.</summary>
    public required IReadOnlyList<ConsentRow> Said { get; init; }

    /// <param name="keys">The customer's and those of all merged into it.</param>
    public static async Task<CustomerFile> Read(Session s, Customer customer, System.Collections.IEnumerable keys)
    {
        string Of(string column) => s.Dialect.Among(column, "keys");
        await using var rows = await s.Several($"""
            select customer_id, unit_id, segment, first_day, last_day, purchases, spent, profit, worth, rhythm_days, grade, state, lost_on, alive, expected, next_from, next_day, next_until,
              next_category, next_share, lifetime, satisfaction, satisfied_on, stated_loyalty, loyalty_type, risk, reasons
            from standings where customer_id = @id;
            select from_day, grade from grades_held where customer_id = @id order by from_day;
            select customer_id, id, external_id, kind, model, plate, serial, from_day, until_day from assets where {Of("customer_id")} order by from_day desc, id;
            select customer_id, id, external_id, kind, unit_id, from_day, until_day, ended_on, ended_because, yearly_amount from contracts where {Of("customer_id")} order by from_day desc, id;
            select n.id, n.kind, n.words, p.name as written_by, n.written_at from customer_notes n left join people p on p.id = n.written_by
            where {Of("n.customer_id")} and n.removed_at is null order by n.written_at desc;
            select c.id, c.purpose, c.channel, c.given, c.said_on, c.source, p.name as noted_by, c.noted_at from consents c left join people p on p.id = c.noted_by
            where {Of("c.customer_id")} order by c.said_on desc, c.noted_at desc, c.id desc;
            select r.id, r.words, r.said_on, p.name as noted_by, r.noted_at, r.ended_at, e.name as ended_by from customer_preferences r left join people p on p.id = r.noted_by left join people e on e.id = r.ended_by
            where {Of("r.customer_id")} order by case when r.ended_at is null then 0 else 1 end, r.said_on desc, r.noted_at desc, r.id desc
            """, new Dictionary<string, object> { ["id"] = customer.CustomerId, ["keys"] = keys });
        return new()
        {
            Standing = (await rows.Next<Standing>()).FirstOrDefault(),
            Grades = await rows.Next<GradeHeld>(), Assets = await rows.Next<Asset>(), Contracts = await rows.Next<Contract>(), Notes = await rows.Next<CustomerNote>(), Said = await rows.Next<ConsentRow>(),
            Preferences = await rows.Next<CustomerPreference>(),
        };
    }

    public IReadOnlyList<ConsentState> ConsentStates =>
    [
        .. from purpose in Enum.GetValues<Purpose>()
           from channel in Enum.GetValues<Channel>()
           let last = Said.FirstOrDefault(c => c.Purpose == purpose && c.Channel == channel)
           select new ConsentState(purpose, channel) { Given = last?.Given, SaidOn = last?.SaidOn, Source = last?.Source },
    ];

    public IEnumerable<TimelineEntry> Entries(IEnumerable<MergedCustomer> merged) =>
    [
        .. Contracts.Select(c => new TimelineEntry { Day = c.FromDay, Kind = TimelineKind.ContractBegan, Name = c.Kind, Amount = c.YearlyAmount, UnitId = c.UnitId, Key = c.Id.Value }),
        .. Contracts.Where(c => c.EndedOn is not null).Select(c => new TimelineEntry { Day = c.EndedOn!.Value, Kind = TimelineKind.ContractEnded, Name = c.Kind, Text = c.EndedBecause, UnitId = c.UnitId, Key = c.Id.Value }),
        .. Notes.Select(n => new TimelineEntry { Day = DateOnly.FromDateTime(n.WrittenAt.UtcDateTime), Kind = TimelineKind.Note, NoteKind = n.Kind, Text = n.Words, By = n.WrittenBy, Key = n.Id.Value }),
        .. Said.Select(c => new TimelineEntry { Day = c.SaidOn, Kind = TimelineKind.Consent, Purpose = c.Purpose, Channel = c.Channel, Given = c.Given, Text = c.Source, By = c.NotedBy, Key = c.Id.Value }),
        .. Grades.Select((g, i) => new TimelineEntry { Day = g.FromDay, Kind = TimelineKind.Grade, Grade = g.Grade, GradeBefore = i == 0 ? null : Grades[i - 1].Grade }),
        .. merged.Select(m => new TimelineEntry { Day = DateOnly.FromDateTime(m.MergedAt.UtcDateTime), Kind = TimelineKind.Merge, Number = m.Number, Name = m.Name, By = m.MergedBy, Key = m.CustomerId.Value }),
    ];
}

/// <summary>A consent with who noted it.</summary>
sealed record ConsentRow
{
    public required Id<Consent> Id { get; init; }
    public required Purpose Purpose { get; init; }
    public required Channel Channel { get; init; }
    public required bool Given { get; init; }
    public required DateOnly SaidOn { get; init; }
    public string? Source { get; init; }
    public string? NotedBy { get; init; }
    public required DateTimeOffset NotedAt { get; init; }
}

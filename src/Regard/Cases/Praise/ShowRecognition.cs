using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Who was praised by customers, and who reported a mistake of their own, month by month: both are to their credit. Everybody sees their own; managers those of their units.</summary>
/// <param name="From">The first month, by any of its days; eleven months ago, if left out.</param>
public sealed record ShowRecognition(DateOnly? From = null) : Question<Recognition>
{
    const int Months = 12, Most = 20_000;

    internal override Permission Needs => Permission.HearCases;

    internal override async Task<Recognition> Run(Session s)
    {
        var calendar = (await CalendarStore.All(s)).OfCompany;
        var today = calendar.DayOf(s.Now);
        var first = From is { } day ? new DateOnly(day.Year, day.Month, 1) : new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        var sight = await CaseSight.Of(s, Permission.ManageCases);
        var values = new Dictionary<string, object?> { ["from"] = calendar.Midnight(first), ["until"] = calendar.Midnight(first.AddMonths(Months)), ["me"] = s.Caller.Person, ["units"] = s.Dialect.Keys(sight.Units.Select(u => u.Value)) };
        var mine = s.Caller.Person is null ? "1 = 0" : "c.about_id = @me";
        var rows = await s.Many<Row>($"""
            select c.number, c.kind, c.is_own_mistake, c.created_at, c.unit_id, c.about_id, p.name from cases c join people p on p.id = c.about_id
            where c.created_at >= @from and c.created_at < @until and c.state <> '{nameof(CaseState.Merged)}' and (c.kind = '{nameof(CaseKind.Praise)}' or c.is_own_mistake) and ({s.Dialect.Among("c.unit_id", "units")} or {mine})
            order by c.created_at, c.number limit {Most}
            """, values);
        var dated = rows.Select(r => (Row: r, Day: calendar.DayOf(r.CreatedAt))).Select(r => (r.Row, Month: new DateOnly(r.Day.Year, r.Day.Month, 1))).ToList();
        return new()
        {
            From = first,
            People = [.. from r in dated
                         group r.Row by (r.Month, r.Row.AboutId, r.Row.Name) into one
                         orderby one.Key.Month descending, one.Key.Name, one.Key.AboutId.Value
                         select new PersonRecognised(one.Key.Month, one.Key.AboutId, one.Key.Name, [.. one.Where(c => c.IsPraise).Select(c => c.Number)], one.Count(c => c.IsOwnMistake))],
            Units = [.. from unit in sight.Tree.All
                        let own = dated.Where(r => r.Row.UnitId == unit.Id && sight.Cares(unit.Id)).ToList()
                        where own.Count > 0
                        select new UnitRecognised(unit.Id, unit.Name, own.Count(r => r.Row.IsPraise), own.Count(r => r.Row.IsOwnMistake))],
        };
    }

    sealed record Row
    {
        public required long Number { get; init; }
        public required CaseKind Kind { get; init; }
        public required bool IsOwnMistake { get; init; }
        public required DateTimeOffset CreatedAt { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required Id<Person> AboutId { get; init; }
        public required string Name { get; init; }
        public bool IsPraise => Kind == CaseKind.Praise && !IsOwnMistake;
    }
}

public sealed record Recognition
{
    /// <summary>The first of twelve months.</summary>
    public required DateOnly From { get; init; }
    /// <summary>The newest month first, people by their names: nobody is ranked.</summary>
    public required IReadOnlyList<PersonRecognised> People { get; init; }
    /// <summary>Of the units that the reader manages.</summary>
    public required IReadOnlyList<UnitRecognised> Units { get; init; }
}

/// <param name="Praise">Numbers of the cases in which a customer praised the person.</param>
/// <param name="OwnMistakes">How many mistakes of one's own were reported; which ones is told to nobody here.</param>
public sealed record PersonRecognised(DateOnly Month, Id<Person> PersonId, string Name, IReadOnlyList<long> Praise, int OwnMistakes);

public sealed record UnitRecognised(Id<Unit> UnitId, string Name, int Praise, int OwnMistakes);

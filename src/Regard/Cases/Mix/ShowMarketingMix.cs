using System.Globalization;
using Regard.Listening;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Complaints and notes of the field log by the seven P, for a unit with all below it: all in all, by the units right below, and by quarter.</summary>
/// <param name="UnitId">All that the caller sees, if left out.</param>
/// <param name="From">A year before <paramref name="Until"/>, if left out.</param>
/// <param name="Until">The first day that no longer counts; tomorrow, if left out.</param>
public sealed record ShowMarketingMix(Id<Unit>? UnitId = null, DateOnly? From = null, DateOnly? Until = null) : Question<MixView>
{
    const int MostYears = 3, MonthsOfQuarter = 3;

    internal override Permission Needs => Permission.SeeCases;

    internal override IEnumerable<Problem> Check()
    {
        if (Until <= From) yield return new(nameof(Until), "The end lies before the beginning.");
        else if (Until > From?.AddYears(MostYears)) yield return new(nameof(From), "At most {0} years at once.", MostYears);
    }

    internal override async Task<MixView> Run(Session s)
    {
        var (sight, calendar) = (await CaseSight.Of(s), (await CalendarStore.All(s)).OfCompany);
        var tops = sight.Tree.All.Where(u => sight.Cares(u.Id) && !(sight.Tree.ParentOf(u.Id) is { } parent && sight.Cares(parent))).ToList();
        var unit = UnitId is { } asked ? sight.Tree.Find(asked) is { } found && sight.Cares(asked) ? found : throw new NotFound("There is no such unit in your care.") : tops is [var top] ? top : null;
        var until = Until ?? (From is { } begin ? Earlier(begin.AddYears(MostYears), calendar.DayOf(s.Now).AddDays(1)) : calendar.DayOf(s.Now).AddDays(1));
        var from = From ?? until.AddYears(-1);
        if (until <= from) throw new Invalid(nameof(Until), "The end lies before the beginning.");
        var quarters = Quarters(from, until);
        var (_, rules) = await CaseStore.RulesNow(s);
        var complaints = (await Complaints(s, sight, unit, calendar, quarters)).ConvertAll(r => new Counted(r.UnitId, (int)r.Quarter, rules.FamilyOf(r.Cause, r.Mix), r.N));
        var under = (unit is null ? tops.SelectMany(t => sight.Tree.Under(t.Id)) : sight.Tree.Under(unit.Id)).Select(u => u.Id).Where(sight.Cares).ToHashSet();
        var notes = (await new CountFieldNotes(under, from, until).Run(s)).Select(n => new Counted(n.UnitId, quarters.FindIndex(q => n.Day < q.Until), n.Mix, n.N)).ToList();
        return new()
        {
            UnitId = unit?.Id, UnitName = unit?.Name, From = from, Until = until, Families = rules.Families,
            Complaints = Count(complaints), Notes = Count(notes),
            Units = [.. from below in unit is null ? tops : sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Cares(u.Id))
                        let of = sight.Tree.Under(below.Id).Select(u => u.Id).ToHashSet()
                        select new UnitMix(below.Id, below.Name, Count(complaints.Where(c => of.Contains(c.Unit))), Count(notes.Where(c => of.Contains(c.Unit))))],
            Quarters = [.. quarters.Select((q, i) => new QuarterMix(q.From, q.Until, Count(complaints.Where(c => c.Quarter == i)), Count(notes.Where(c => c.Quarter == i))))],
            Choices = [.. sight.Tree.All.Where(u => sight.Cares(u.Id)).Select(u => new MixPlace(u.Id, u.Name, sight.Tree.PathTo(u.Id).Count(above => sight.Cares(above.Id)) - 1))],
        };
    }

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>Of the calendar, the first and the last cut to what is asked for.</summary>
    static List<(DateOnly From, DateOnly Until)> Quarters(DateOnly from, DateOnly until)
    {
        var quarters = new List<(DateOnly, DateOnly)>();
        for (var at = from; at < until;)
        {
            var next = Earlier(new DateOnly(at.Year, (at.Month - 1) / MonthsOfQuarter * MonthsOfQuarter + 1, 1).AddMonths(MonthsOfQuarter), until);
            quarters.Add((at, next));
            at = next;
        }
        return quarters;
    }

    static async Task<List<Row>> Complaints(Session s, CaseSight sight, Unit? unit, WorkingCalendar calendar, List<(DateOnly From, DateOnly Until)> quarters)
    {
        var values = new Dictionary<string, object?> { ["from"] = calendar.Midnight(quarters[0].From), ["until"] = calendar.Midnight(quarters[^1].Until) };
        var which = string.Concat(quarters.SkipLast(1).Select((q, i) => string.Create(CultureInfo.InvariantCulture, $"when c.created_at < @until{i} then {i} ")));
        for (var i = 0; i < quarters.Count - 1; i++) values[string.Create(CultureInfo.InvariantCulture, $"until{i}")] = calendar.Midnight(quarters[i].Until);
        var quarter = which.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"case {which}else {quarters.Count - 1} end");
        return await s.Many<Row>($"""
            select k.unit_id, k.cause, k.mix, k.quarter, count(*) as n from
              (select c.unit_id, c.cause, c.mix, {quarter} as quarter from cases c
               where c.kind = '{nameof(CaseKind.Complaint)}' and c.state <> '{nameof(CaseState.Merged)}' and c.created_at >= @from and c.created_at < @until and {sight.Within(s, values, unit?.Id)}) k
            group by k.unit_id, k.cause, k.mix, k.quarter
            """, values);
    }

    static MixCount Count(IEnumerable<Counted> counted) => MixCount.Of(counted.Select(c => (c.Mix, c.N)));

    sealed record Counted(Id<Unit> Unit, int Quarter, MarketingMix? Mix, long N);

    sealed record Row
    {
        public required Id<Unit> UnitId { get; init; }
        public Cause? Cause { get; init; }
        public MarketingMix? Mix { get; init; }
        public required long Quarter { get; init; }
        public required long N { get; init; }
    }
}

public sealed record MixView
{
    public Id<Unit>? UnitId { get; init; }
    public string? UnitName { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }
    /// <summary>Which of the seven P a cause belongs to now.</summary>
    public required IReadOnlyDictionary<Cause, MarketingMix> Families { get; init; }
    public required MixCount Complaints { get; init; }
    /// <summary>Of the field log.</summary>
    public required MixCount Notes { get; init; }
    public required IReadOnlyList<UnitMix> Units { get; init; }
    public required IReadOnlyList<QuarterMix> Quarters { get; init; }
    public required IReadOnlyList<MixPlace> Choices { get; init; }
}

public sealed record UnitMix(Id<Unit> UnitId, string Name, MixCount Complaints, MixCount Notes);

public sealed record QuarterMix(DateOnly From, DateOnly Until, MixCount Complaints, MixCount Notes);

public sealed record MixPlace(Id<Unit> Id, string Name, int Depth);

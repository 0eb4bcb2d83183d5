using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Cases;

/// <summary>The calls to make until the end of a day, the most urgent first, and what calling has told in the last ninety days.</summary>
/// <param name="Day">Today, if left out.</param>
public sealed record ListCallBacks(Id<Unit>? Unit = null, DateOnly? Day = null, bool Mine = false, int Start = 0, int Size = 50) : Question<CallBackList>
{
    /// <summary>Calls under which no share is told.</summary>
    public const int Minimum = 10;
    const int FigureDays = 90;

    internal override Permission Needs => Permission.HandleCases;

    internal override IEnumerable<Problem> Check() { if (Size is < 1 or > 1000 || Start < 0) yield return new(nameof(Size), "A page holds 1 to {0} rows.", 1000); }

    internal override async Task<CallBackList> Run(Session s)
    {
        var sight = await CaseSight.Of(s, Needs);
        if (Unit is { } unit && !sight.Cares(unit)) throw new NotFound("There is no such unit in your care.");
        var calendars = await CalendarStore.All(s);
        var day = Day ?? calendars.OfCompany.DayOf(s.Now);
        var units = (Unit is { } asked ? sight.Tree.Under(asked).Select(u => u.Id).Where(sight.Cares) : sight.Units).ToList();
        var values = new Dictionary<string, object?> { ["units"] = s.Dialect.Keys(units.Select(u => u.Value)), ["until"] = calendars.OfCompany.Midnight(day.AddDays(1)), ["me"] = s.Caller.Person, ["since"] = s.Now.AddDays(-FigureDays), ["size"] = Size + 1, ["start"] = Start };
        var among = s.Dialect.Among("b.unit_id", "units");
        var scope = Mine ? "b.owner_id = @me" : Unit is null && s.Caller.Person is not null ? $"({among} or b.owner_id = @me)" : among;
        var rows = await s.Many<CallBack>($"select {CallBack.Columns} from {CallBack.From} where b.ended_at is null and b.call_from < @until and {scope} order by b.due_at, b.id limit @size offset @start", values);
        var counts = await s.Many<Count>($"select b.unit_id, b.state, count(*) as calls from call_backs b where b.ended_at > @since and b.state <> 'Skipped' and {among} group by b.unit_id, b.state", values);
        var rules = (await s.Many<CallBackRule>($"select {CallBackRule.Columns} from call_back_rules")).ToDictionary(r => r.Id);
        return new()
        {
            Day = day, Now = s.Now,
            Next = rows.Count > Size ? Start + Size : null,
            Calls = [.. rows.Take(Size).Select(c => new CallToMake(c.SeenBy(sight), rules[c.RuleId].Script, rules[c.RuleId].MostAttempts, c.CallFrom <= s.Now && rules[c.RuleId].MayCall(s.Now, calendars.Of(c.UnitId))))],
            All = Figures(null, counts),
            Units = [.. from one in sight.Tree.All where counts.Any(c => c.UnitId == one.Id) select Figures(one, [.. counts.Where(c => c.UnitId == one.Id)])],
        };
    }

    static CallBackFigures Figures(Unit? unit, IReadOnlyCollection<Count> counts)
    {
        long Of(params CallBackState[] states) => counts.Where(c => states.Contains(c.State)).Sum(c => c.Calls);
        var reached = Of(CallBackState.Satisfied, CallBackState.Complaint, CallBackState.Refused);
        return new(unit?.Name, Wilson.Share(reached, counts.Sum(c => c.Calls)).WithholdUnder(Minimum), Wilson.Share(Of(CallBackState.Complaint), Of(CallBackState.Satisfied, CallBackState.Complaint)).WithholdUnder(Minimum), Of(CallBackState.Complaint));
    }

    sealed record Count
    {
        public required Id<Unit> UnitId { get; init; }
        public required CallBackState State { get; init; }
        public required long Calls { get; init; }
    }
}

public sealed record CallBackList
{
    public required DateOnly Day { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required IReadOnlyList<CallToMake> Calls { get; init; }
    /// <summary>Where the next page starts.</summary>
    public int? Next { get; init; }
    public required CallBackFigures All { get; init; }
    public required IReadOnlyList<CallBackFigures> Units { get; init; }
}

/// <param name="MayCall">It is a time at which customers are called.</param>
public sealed record CallToMake(CallBack Call, Text Script, int MostAttempts, bool MayCall);

/// <param name="Unit">All units in care, if null.</param>
/// <param name="Reached">Of the calls that are done, those in which the customer spoke with us.</param>
/// <param name="Complaining">Of the customers who said how it was, those who complained.</param>
/// <param name="Complaints">Cases that nobody would have heard of otherwise.</param>
public sealed record CallBackFigures(string? Unit, Estimate Reached, Estimate Complaining, long Complaints);

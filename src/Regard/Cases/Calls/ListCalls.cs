using Regard.Customers;
using Regard.Organisation;
namespace Regard.Cases;

/// <summary>Which calls are asked for; what is left out does not narrow.</summary>
public sealed record CallFilter
{
    public bool Mine { get; init; }
    /// <summary>Ended before anybody took them.</summary>
    public bool Missed { get; init; }
    /// <summary>Taken, and not said yet what for.</summary>
    public bool Unrecorded { get; init; }
    public CallPurpose? Purpose { get; init; }
    public Id<Unit>? Unit { get; init; }
    public DateOnly? From { get; init; }
    /// <summary>The last day.</summary>
    public DateOnly? Until { get; init; }
    /// <summary>The beginning of the caller's number, as the telephone system writes it.</summary>
    public string? Number { get; init; }

    internal IEnumerable<string> Conditions(Session s, WorkingCalendar calendar, Dictionary<string, object?> values)
    {
        if (Mine) { values["me"] = s.Caller.Person; yield return "k.agent_id = @me"; }
        if (Missed) yield return "k.ended_at is not null and k.answered_at is null";
        if (Unrecorded) yield return "k.answered_at is not null and k.recorded_at is null";
        if (Purpose is { } purpose) { values["purpose"] = purpose.ToString(); yield return "k.purpose = @purpose"; }
        if (From is { } from) { values["from"] = calendar.Midnight(from); yield return "k.started_at >= @from"; }
        if (Until is { } until && until < DateOnly.MaxValue) { values["until"] = calendar.Midnight(until.AddDays(1)); yield return "k.started_at < @until"; }
        if (!string.IsNullOrWhiteSpace(Number)) { values["number"] = new string([.. Number.Where(c => char.IsAsciiDigit(c) || c == '+')]) + "%"; yield return "k.from_number like @number"; }
    }
}

/// <summary>Calls that the caller took, and those to the units in the caller's care; the newest first, a page at a time.</summary>
public sealed record ListCalls(CallFilter Filter, int Start = 0, int Size = 50) : Question<CallsFound>
{
    internal override Permission Needs => Permission.HearCases;

    internal override IEnumerable<Problem> Check()
    {
        if (Size is < 1 or > 1000 || Start < 0) yield return new(nameof(Size), "A page holds 1 to {0} rows.", 1000);
        if (Filter.Number?.Length > NoteCall.Longest) yield return new(nameof(Filter.Number), "At most {0} characters.", NoteCall.Longest);
    }

    internal override async Task<CallsFound> Run(Session s)
    {
        var sight = await CaseSight.Of(s);
        if (Filter.Unit is { } unit && !sight.Cares(unit)) throw new NotFound("There is no such unit in your care.");
        var units = Filter.Unit is { } asked ? sight.Tree.Under(asked).Select(u => u.Id).Where(sight.Cares) : sight.Units;
        var values = new Dictionary<string, object?> { ["units"] = s.Dialect.Keys(units.Select(u => u.Value)), ["size"] = Size + 1, ["start"] = Start };
        var scope = s.Dialect.Among("k.unit_id", "units");
        if (Filter.Unit is null && s.Caller.Person is { } mine) { values["mine"] = mine; scope = $"({scope} or k.agent_id = @mine)"; }
        // Who may not see numbers cannot find out by them whether somebody called.
        var filter = s.Caller.IsInstallation || s.Caller.May(Permission.SeePersonalData) ? Filter : Filter with { Number = null };
        string[] conditions = [scope, .. filter.Conditions(s, (await CalendarStore.All(s)).OfCompany, values)];
        var rows = await s.Many<Call>($"{CallStore.Select} where {string.Join(" and ", conditions)} order by k.started_at desc, k.id limit @size offset @start", values);
        return new()
        {
            Rows = [.. rows.Take(Size).Select(c => CallStore.SeenBy(c, sight, s.Caller))], Next = rows.Count > Size ? Start + Size : null, FindsByNumber = filter.Number == Filter.Number,
        };
    }
}

public sealed record CallsFound
{
    public required IReadOnlyList<Call> Rows { get; init; }
    public int? Next { get; init; }
    public required bool FindsByNumber { get; init; }
}

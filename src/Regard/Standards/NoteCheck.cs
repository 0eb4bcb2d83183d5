using Regard.Cases;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>Notes whether a promise was kept in a unit on a day. One that was broken opens a case for the unit's contact.</summary>
/// <param name="Key">Made by who sends it: what is sent twice is taken once.</param>
public sealed record NoteCheck(Id<PromiseCheck> Key, long Number, Id<Unit> UnitId, DateOnly Day, bool Kept, string Note) : Change<CheckNoted>
{
    const int LongestNote = 2000;

    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{Number} {UnitId} {Day:yyyy-MM-dd}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Kept && string.IsNullOrWhiteSpace(Note)) yield return new(nameof(Note), "Say what happened instead.");
        if (Note.Length > LongestNote) yield return new(nameof(Note), "At most {0} characters.", LongestNote);
    }

    internal override async Task<CheckNoted> Run(Session s)
    {
        var promise = await PromiseStore.ByNumber(s, Number);
        if ((await s.Many<Noted>("select case_number from promise_checks where id = @Key", new { Key })) is [var already]) return new(already.CaseNumber);
        var tree = await UnitStore.Tree(s, s.Today);
        if (!tree.InCare(s.Caller, Needs).Contains(UnitId)) throw new NotFound("There is no such unit in your care.");
        if (tree.PathTo(UnitId).All(u => u.Id != promise.UnitId)) throw new Invalid(nameof(UnitId), "It was not promised to the customers of this unit.");
        if (Day > s.Today) throw new Invalid(nameof(Day), "This day is yet to come.");
        if (!promise.HoldsOn(Day)) throw new Invalid(nameof(Day), "It was not promised on this day.");
        long? opened = Kept ? null : await new HearBrokenPromise(new(Key.Value), UnitId, promise.Words, Note.Trim()).Run(s);
        await s.Write("insert into promise_checks (id, promise_id, unit_id, day, kept, note, case_number, made_by, made_at) values (@Key, @Id, @UnitId, @Day, @Kept, @note, @opened, @Person, @Now)",
            new { Key, promise.Id, UnitId, Day, Kept, note = Note.Trim(), opened, s.Caller.Person, s.Now });
        await new PutEncounter(DeliverySource.Check, new(Key.Value), UnitId, Day, [new(promise.IndicatorCode, Kept ? 100 : 0, promise.StandardId?.Value)]).Run(s);
        return new(opened);
    }

    sealed record Noted { public long? CaseNumber { get; init; } }
}

/// <param name="CaseNumber">Of the case that was opened.</param>
public sealed record CheckNoted(long? CaseNumber);

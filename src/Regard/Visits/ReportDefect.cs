using Regard.Organisation;
using Regard.Work;
namespace Regard.Visits;

/// <summary>Something is broken, seen without a visit.</summary>
/// <param name="OwnerId">Who leads the unit, if left out.</param>
public sealed record ReportDefect(Id<Unit> UnitId, string Words, DateOnly DueOn, Id<Person>? OwnerId = null) : Change<long>
{
    internal override Permission Needs => Permission.SeeVisits;
    internal override string Subject => $"{UnitId}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Words)) yield return new("Words", "Say what is broken.");
        else if (Words.Length > Defect.LongestWords) yield return new("Words", "At most {0} characters.", Defect.LongestWords);
    }

    /// <returns>Its number.</returns>
    internal override async Task<long> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        if (DueOn < (await CalendarStore.Of(s, UnitId)).DayOf(s.Now)) throw new Invalid("DueOn", "The day is over already.");
        if (OwnerId is { } owner && (await Hands.Over(s, UnitId)).All(p => p.Id != owner)) throw new Invalid("OwnerId", "Choose somebody who works with the plans of this unit.");
        return await DefectStore.Add(s, UnitId, Words.Trim(), DueOn, OwnerId ?? await VisitHeads.Of(s, UnitId));
    }
}

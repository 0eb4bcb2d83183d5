using Regard.Organisation;
namespace Regard.Work;

/// <summary>A manager asks somebody for something by a day.</summary>
public sealed record AddWorkItem(Id<Unit> UnitId, string Title, Id<Person> OwnerId, DateOnly DueOn) : Change<Id<WorkItem>>
{
    public const int LongestTitle = 200;

    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{UnitId} {OwnerId}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Title)) yield return new("Title", "Say what is to be done.");
        else if (Title.Length > LongestTitle) yield return new("Title", "At most {0} characters.", LongestTitle);
    }

    internal override async Task<Id<WorkItem>> Run(Session s)
    {
        await UnitStore.InCareToday(s, UnitId, Needs);
        var calendar = await CalendarStore.Of(s, UnitId);
        if (DueOn < calendar.DayOf(s.Now)) throw new Invalid("DueOn", "The day is over already.");
        await Hands.DemandOver(s, OwnerId, UnitId);
        var id = Guid.CreateVersion7(s.Now);
        await new PutWorkItem(WorkKind.Request, id, Text.OneFor(s.Caller.Language, Title.Trim()), "/work", UnitId, OwnerId, DueOn) { Calendar = calendar }.Run(s);
        return (await WorkStore.About(s, WorkKind.Request, id)).Id;
    }
}

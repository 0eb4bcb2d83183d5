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
        if (DueOn < s.Today) throw new Invalid("DueOn", "The day is over already.");
        await Hands.DemandOver(s, OwnerId, UnitId);
        var id = Id<WorkItem>.New(s.Now);
        await s.Write("""
            insert into work_items (id, kind, subject_id, title, path, unit_id, owner_id, due_on, created_at)
            values (@id, @kind, @id, @title, '/work', @UnitId, @OwnerId, @DueOn, @Now)
            """, new { id, kind = nameof(WorkKind.Request), title = Text.OneFor(s.Caller.Language, Title.Trim()), UnitId, OwnerId, DueOn, s.Now });
        return id;
    }
}

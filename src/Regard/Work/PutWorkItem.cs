using Regard.Organisation;
namespace Regard.Work;

/// <summary>Puts a task on somebody's list. For other areas, within their own changes.</summary>
/// <param name="LadderFrom">From when the first level of its ladder counts; when it is due, if left out.</param>
sealed record PutWorkItem(WorkKind Kind, Guid SubjectId, Text Title, string Path, Id<Unit> UnitId, Id<Person>? OwnerId, Due Due, DateTimeOffset? LadderFrom = null) : Change<Done>
{
    /// <summary>That of the unit; read, if left out.</summary>
    public WorkingCalendar? Calendar { get; init; }

    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    internal override async Task<Done> Run(Session s)
    {
        var calendar = Calendar ?? await CalendarStore.Of(s, UnitId);
        var ladder = await LadderStore.Newest(s, Kind);
        var dueAt = Due.At(calendar);
        await s.Write("""
            insert into work_items (id, kind, subject_id, title, path, unit_id, owner_id, due_at, due_on, created_at, ladder, escalates_at)
            values (@id, @kind, @SubjectId, @Title, @Path, @UnitId, @OwnerId, @dueAt, @On, @Now, @Version, @escalatesAt)
            """, new
        {
            id = Id<WorkItem>.New(s.Now), kind = Kind.ToString(), SubjectId = new Id<WorkItem>(SubjectId), Title, Path, UnitId, OwnerId, dueAt, Due.On, s.Now,
            ladder.Version, escalatesAt = ladder.Next(0, LadderFrom ?? dueAt, calendar),
        });
        return default;
    }
}

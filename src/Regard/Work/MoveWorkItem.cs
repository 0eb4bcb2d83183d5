using Regard.Organisation;
namespace Regard.Work;

/// <summary>Gives a task another owner and due time. For other areas, within their own changes; where it comes from says who may own it.</summary>
/// <param name="LadderFrom">From when the next level of its ladder counts; when it is due, if left out.</param>
sealed record MoveWorkItem(WorkKind Kind, Guid SubjectId, Id<Person>? OwnerId, Due Due, DateTimeOffset? LadderFrom = null) : Change<Done>
{
    /// <summary>That of the unit; read, if left out.</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>As it is, if left out.</summary>
    public Id<Unit>? UnitId { get; init; }
    public Text? Title { get; init; }

    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    internal override async Task<Done> Run(Session s)
    {
        var item = await WorkStore.About(s, Kind, SubjectId);
        if (Kind == WorkKind.Plan && OwnerId is { } owner && owner != item.OwnerId) await Hands.DemandOver(s, owner, item.UnitId);
        var calendar = Calendar ?? await CalendarStore.Of(s, UnitId ?? item.UnitId);
        var dueAt = Due.At(calendar);
        var escalatesAt = dueAt == item.DueAt && LadderFrom is null ? item.EscalatesAt : (await LadderStore.All(s))(Kind, item.Ladder).Next(item.Level, LadderFrom ?? dueAt, calendar);
        await s.Write("update work_items set owner_id = @OwnerId, unit_id = @unit, title = @title, due_at = @dueAt, due_on = @On, escalates_at = @escalatesAt where id = @Id",
            new { OwnerId, unit = UnitId ?? item.UnitId, title = Title ?? item.Title, dueAt, Due.On, escalatesAt, item.Id });
        return default;
    }
}

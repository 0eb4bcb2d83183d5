using Regard.Organisation;
namespace Regard.Work;

/// <summary>A manager gives a task more time, or less. Where a due time follows from rules, it is not moved by hand.</summary>
public sealed record SetDueDay(Id<WorkItem> Id, DateOnly Day) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Id} {Day:yyyy-MM-dd}";

    internal override async Task<Done> Run(Session s)
    {
        var item = await WorkStore.Mine(s, Id);
        if (item.DoneAt is not null) throw new Refused("This task is done already.");
        if (!item.MayMoveDay) throw new Refused("The due time of this task follows from rules and is not moved by hand.");
        await UnitStore.InCareToday(s, item.UnitId, Needs);
        var calendar = await CalendarStore.Of(s, item.UnitId);
        if (Day < calendar.DayOf(s.Now)) throw new Invalid("Day", "The day is over already.");
        Due due = Day;
        var escalatesAt = (await LadderStore.All(s))(item.Kind, item.Ladder).Next(item.Level, due.At(calendar), calendar);
        await s.Write("update work_items set due_at = @dueAt, due_on = @Day, escalates_at = @escalatesAt where id = @Id", new { dueAt = due.At(calendar), Day, escalatesAt, Id });
        return default;
    }
}

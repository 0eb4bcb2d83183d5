using Regard.Organisation;
namespace Regard.Work;

/// <summary>Puts what the units do today and this week on their lists, each once, by the clock on each unit's wall.</summary>
public sealed record PutRoutines : Change<int>
{
    /// <summary>Tasks in one transaction, so that nobody waits long for it.</summary>
    public const int Most = 500;

    internal override Permission Needs => Permission.RunInstallation;
    // The rows written are their own record.
    internal override bool Audited => false;

    /// <returns>How many were put; fewer than <see cref="Most"/> when none is left.</returns>
    internal override async Task<int> Run(Session s)
    {
        var routines = await s.Many<Routine>(Routine.Select);
        if (routines.Count == 0) return 0;
        await s.NextNumber("routines");
        var (tree, calendars) = (await UnitStore.Tree(s, s.Today), await CalendarStore.All(s));
        var known = (await s.Many<Placed>("select routine_id, unit_id, day from routine_runs where day >= @from", new { from = s.Today.AddDays(-1) })).Select(r => (r.RoutineId, r.UnitId, r.Day)).ToHashSet();
        var heads = await Heads.Today(s, new StandIns([], s.Today));
        var put = 0;
        foreach (var routine in routines)
            foreach (var unit in tree.Under(routine.UnitId).Where(u => u.Kind == routine.UnitKind && u.IsOpenOn(s.Today)))
            {
                var calendar = calendars.Of(unit.Id);
                if (routine.DueDay(calendar.DayOf(s.Now), calendar) is not { } day || !known.Add((routine.Id, unit.Id, day))) continue;
                var item = Guid.CreateVersion7(s.Now);
                var isNew = await s.Write("insert into routine_runs (routine_id, unit_id, day, item_id) values (@Id, @unit, @day, @item) on conflict (routine_id, unit_id, day) do nothing",
                    new { routine.Id, unit = unit.Id, day, item = new Id<WorkItem>(item) });
                if (isNew == 0) continue;
                await new PutWorkItem(WorkKind.Routine, item, routine.Title, "/work", unit.Id, heads.At(1, unit.Id, null), day) { Calendar = calendar }.Run(s);
                if (++put == Most) return put;
            }
        return put;
    }

    sealed record Placed
    {
        public required Id<Routine> RoutineId { get; init; }
        public required Id<Unit> UnitId { get; init; }
        public required DateOnly Day { get; init; }
    }
}

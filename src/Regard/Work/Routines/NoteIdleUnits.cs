using Regard.Organisation;
namespace Regard.Work;

/// <summary>Flags units whose loop stands still, on the list of their manager, and takes the flag away once something is handled.</summary>
public sealed record NoteIdleUnits : Change<int>
{
    public const int Days = 7;

    internal override Permission Needs => Permission.RunInstallation;
    // The rows written are their own record.
    internal override bool Audited => false;

    /// <returns>How many units are newly flagged.</returns>
    internal override async Task<int> Run(Session s)
    {
        await s.NextNumber("idle-units");
        var from = s.Now.AddDays(-Days);
        // Of a unit that has had tasks for a week already: something fell due in it, and nothing was handled.
        var idle = (await s.Many<Still>($"""
            select d.unit_id, coalesce(max(h.last), min(d.first)) as since from
              (select unit_id, min(created_at) as first from work_items where due_at > @from and due_at <= @Now and kind <> '{nameof(WorkKind.IdleUnit)}' group by unit_id) d
              left join (select unit_id, max(done_at) as last from work_items where done_at is not null and kind <> '{nameof(WorkKind.IdleUnit)}' group by unit_id) h on h.unit_id = d.unit_id
            where (h.last is null or h.last <= @from) and exists (select 1 from work_items o where o.unit_id = d.unit_id and o.created_at <= @from and o.kind <> '{nameof(WorkKind.IdleUnit)}')
            group by d.unit_id
            """, new { from, s.Now })).ToDictionary(i => i.UnitId);
        var flagged = await s.Many<Flag>("select f.unit_id, f.id from idle_units f");
        foreach (var over in flagged.Where(f => !idle.ContainsKey(f.UnitId)))
        {
            await new SettleWorkItem(WorkKind.IdleUnit, over.Id.Value).Run(s);
            await s.Write("delete from idle_units where unit_id = @UnitId", new { over.UnitId });
        }
        var (tree, heads, calendars) = (await UnitStore.Tree(s, s.Today), await Heads.Today(s, new StandIns([], s.Today)), await CalendarStore.All(s));
        var raised = 0;
        foreach (var unit in tree.All.Where(u => idle.ContainsKey(u.Id) && u.IsOpenOn(s.Today) && flagged.TrueForAll(f => f.UnitId != u.Id)))
        {
            var id = Guid.CreateVersion7(s.Now);
            await s.Write("insert into idle_units (unit_id, id, since, noted_at) values (@unit, @id, @Since, @Now)", new { unit = unit.Id, id = new Id<WorkItem>(id), idle[unit.Id].Since, s.Now });
            var title = new Text(Languages.All.ToDictionary(l => l.Tag(), l => Words.Of("The loop at {0} stands still: nothing handled for {1} days", unit.Name, Days).In(l)));
            var calendar = calendars.Of(unit.Id);
            await new PutWorkItem(WorkKind.IdleUnit, id, title, $"/work?view=Team&unit={unit.Id}", unit.Id, heads.At(1, unit.Id, null), calendar.NextWorkday(calendar.DayOf(s.Now))) { Calendar = calendar }.Run(s);
            raised++;
        }
        return raised;
    }

    sealed record Still
    {
        public required Id<Unit> UnitId { get; init; }
        public required DateTimeOffset Since { get; init; }
    }

    sealed record Flag
    {
        public required Id<Unit> UnitId { get; init; }
        public required Id<WorkItem> Id { get; init; }
    }
}

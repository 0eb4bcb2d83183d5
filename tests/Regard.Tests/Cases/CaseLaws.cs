namespace Regard.Tests.Cases;

/// <summary>What holds of every case at every moment, asked of the database itself: each row found is a breach.</summary>
sealed record BrokenLaws(long From) : Question<IReadOnlyList<string>>
{
    const string OfCase = "x.customer_id = c.customer_id and x.case_id = c.id";

    static readonly (string Law, string Breach)[] laws =
    [
        ("Exactly one owner fact is open", $"(select count(*) from case_owners x where {OfCase} and x.until_at is null) <> 1"),
        ("The open owner fact is the owner", $"not exists (select 1 from case_owners x where {OfCase} and x.until_at is null and x.owner_id = c.owner_id)"),
        ("The first owner is the sponsor", $"not exists (select 1 from case_owners x where {OfCase} and x.number = 1 and x.owner_id = c.sponsor_id)"),
        ("An open case is owned by somebody who works here", "c.closed_at is null and exists (select 1 from people p where p.id = c.owner_id and p.left_at is not null)"),
        ("Nobody owns an open case about himself", "c.closed_at is null and c.about_id = c.owner_id and not c.is_own_mistake"),
        ("Open is what has no end", "(c.closed_at is null) <> (c.state in ('Open', 'Waiting'))"),
        ("Waiting is what is paused", $"(c.state = 'Waiting') <> exists (select 1 from case_pauses x where {OfCase} and x.until_at is null)"),
        ("Merged is what goes on elsewhere", $"(c.state = 'Merged') <> exists (select 1 from case_merges x where {OfCase} and x.undone_at is null)"),
        ("Closed is what has a closing", $"(c.state = 'Closed') <> exists (select 1 from case_closures x where {OfCase} and x.reopened_at is null)"),
        ("Nothing is closed with an open task", $"c.closed_at is not null and exists (select 1 from case_tasks x where {OfCase} and x.kind <> 'Broadcast' and x.done_at is null and x.withdrawn_at is null)"),
        ("Nothing is closed with an open offer", $"c.closed_at is not null and exists (select 1 from case_handovers x where {OfCase} and x.answered_at is null)"),
        ("No clock runs when all is over", $"c.closed_at is not null and exists (select 1 from case_clocks x where {OfCase} and x.outcome = 'Running')"),
        ("Clocks stand still while we wait, but not that of the law", $"c.state = 'Waiting' and exists (select 1 from case_clocks x where {OfCase} and x.outcome = 'Running' and (x.left_minutes is null) <> (x.kind = 'Statutory'))"),
        ("Clocks run while nobody waits", $"c.state = 'Open' and exists (select 1 from case_clocks x where {OfCase} and x.left_minutes is not null)"),
        ("An open case has a time to be resolved in", $"c.closed_at is null and not exists (select 1 from case_clocks x where {OfCase} and x.kind = 'Resolve' and x.met_at is null and x.outcome <> 'Void')"),
        ("What was missed says when", $"exists (select 1 from case_clocks x where {OfCase} and (x.outcome = 'Missed') <> (x.missed_at is not null))"),
        ("A case is due by its next clock", $"c.closed_at is null and c.due_at is distinct from (select min(x.due_at) from case_clocks x where {OfCase} and x.met_at is null and x.outcome <> 'Void' and x.left_minutes is null)"),
        ("Somebody who works here speaks for a case in the press, and one task stands for it, with its end", "c.is_media and (c.spokesperson_id is null or (c.closed_at is null and exists (select 1 from people p where p.id = c.spokesperson_id and p.left_at is not null)) or (select count(*) from work_items w where w.kind = 'MediaCase' and w.subject_id = c.id and (w.done_at is null) = (c.closed_at is null) and (c.closed_at is not null or (w.owner_id = c.spokesperson_id and w.unit_id = c.unit_id))) <> 1)"),
        ("One task stands for the case, with its owner and its end", "(select count(*) from work_items w where w.kind = 'Case' and w.subject_id = c.id and (w.done_at is null) = (c.closed_at is null) and (w.owner_id = c.owner_id or c.closed_at is not null) and w.unit_id = c.unit_id) <> 1"),
        ("The task is due when the case is", "c.due_at is not null and c.closed_at is null and not exists (select 1 from work_items w where w.kind = 'Case' and w.subject_id = c.id and w.due_at = c.due_at)"),
        ("Each open task of a department is on its list, and no other", $"exists (select 1 from case_tasks x join work_items w on w.kind = 'CaseTask' and w.subject_id = x.id where {OfCase} and ((w.done_at is null) <> (x.done_at is null and x.withdrawn_at is null) or w.owner_id <> x.owner_id))"),
        ("Each open offer is on a list, and no other", $"exists (select 1 from case_handovers x join work_items w on w.kind in ('CaseOffer') and w.subject_id = x.id where {OfCase} and (w.done_at is null) <> (x.answered_at is null))"),
        ("A hand-over beyond the limit was agreed to", $"exists (select 1 from case_handovers x where {OfCase} and x.answer = 'Accepted' and x.needs_approval and x.approved_at is null)"),
        ("Hand-overs are counted", $"c.hand_overs <> (select count(*) from case_handovers x where {OfCase} and x.answer = 'Accepted')"),
    ];

    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<IReadOnlyList<string>> Run(Session s)
    {
        var sql = string.Join("\nunion all ", laws.Select(l => $"select '{l.Law}: case ' || c.number from cases c where c.number >= @From and ({l.Breach})"));
        return await s.Many<string>(sql, new { From });
    }
}

/// <summary>A clock as it is kept, to see that nothing of what is settled changes.</summary>
sealed record KeptClocks(long From) : Question<IReadOnlyList<string>>
{
    internal override Permission Needs => Permission.RunInstallation;

    internal override async Task<IReadOnlyList<string>> Run(Session s) => await s.Many<string>("""
        select c.number || ' ' || k.kind || ' ' || k.round || ' ' || k.outcome || ' ' || coalesce(cast(k.missed_at as text), '') from case_clocks k join cases c on c.customer_id = k.customer_id and c.id = k.case_id where c.number >= @From
        """, new { From });
}

sealed record AuditRows : Question<long>
{
    internal override Permission Needs => Permission.RunInstallation;
    internal override Task<long> Run(Session s) => s.Value<long>("select count(*) from audit where outcome = 'Done'");
}

namespace Regard.Cases;

/// <summary>One of the seven steps of making good was done.</summary>
public sealed record DoStep(long Number, RecoveryStep Step, string Words, CaseChannel? Channel = null) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {Step}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Words), Words, "Say what was done.");

    internal override async Task<Done> Run(Session s)
    {
        // Improving, reporting and asking again go on when the case is closed.
        var c = await CaseStore.InHand(s, Number, isOpen: Step < RecoveryStep.Improve);
        if (c.State == CaseState.Merged) CaseStore.DemandOpen(c);
        await s.Write("""
            insert into case_steps (customer_id, case_id, number, step, channel, words, done_by, done_at)
            select @CustomerId, @Id, coalesce(max(number), 0) + 1, @step, @channel, @words, @Person, @Now from case_steps where customer_id = @CustomerId and case_id = @Id
            """, new { c.CustomerId, c.Id, step = Step.ToString(), channel = Channel?.ToString(), words = Words.Trim(), s.Caller.Person, s.Now });
        if (c.IsOpen) await CaseStore.Change(s, c, await CaseClockStore.Change(s, c, clocks => clocks.Met(s.Now, Step == RecoveryStep.Apologise ? [ClockKind.Acknowledge] : [ClockKind.Acknowledge, ClockKind.FirstAction])));
        return default;
    }
}

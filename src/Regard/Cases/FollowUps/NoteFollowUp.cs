using Regard.Work;
namespace Regard.Cases;

/// <summary>What the customer said when asked again. When it is not well, the case is opened again.</summary>
/// <param name="Outcome">Fine, NotFine or NotReached.</param>
public sealed record NoteFollowUp(long Number, Id<FollowUp> Id, FollowUpState Outcome, string Words = "") : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {Outcome}";

    internal override IEnumerable<Problem> Check()
    {
        if (Outcome is not (FollowUpState.Fine or FollowUpState.NotFine or FollowUpState.NotReached)) yield return new(nameof(Outcome), "Say how it is now.");
        foreach (var problem in Outcome == FollowUpState.NotFine ? CaseTexts.Needed(nameof(Words), Words, "Say why it is opened again.") : CaseTexts.Optional(nameof(Words), Words)) yield return problem;
    }

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        var noted = await s.Write("""
            update case_follow_ups set state = @outcome, words = @words, ended_at = @Now, ended_by = @Person where customer_id = @CustomerId and case_id = @CaseId and id = @Id and ended_at is null
            """, new { outcome = Outcome.ToString(), words = Words.Trim(), s.Now, s.Caller.Person, c.CustomerId, CaseId = c.Id, Id });
        if (noted == 0) throw new Refused("This follow-up is done already.");
        await new SettleWorkItem(WorkKind.CaseFollowUp, Id.Value).Run(s);
        if (Outcome == FollowUpState.NotReached) return default;
        await Step(s, c);
        if (Outcome == FollowUpState.NotFine && c.State == CaseState.Closed) await CaseStore.Change(s, c, await ReopenCase.Reopened(s, c, Words.Trim()));
        return default;
    }

    /// <summary>That somebody asked again is the last of the seven steps.</summary>
    Task Step(Session s, Case c) => s.Write("""
        insert into case_steps (customer_id, case_id, number, step, words, done_by, done_at)
        select @CustomerId, @CaseId, coalesce(max(number), 0) + 1, 'FollowUp', @words, @Person, @Now from case_steps where customer_id = @CustomerId and case_id = @CaseId
        """, new { c.CustomerId, CaseId = c.Id, words = Words.Trim(), s.Caller.Person, s.Now });
}

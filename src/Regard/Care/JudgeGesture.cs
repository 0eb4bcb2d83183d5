using Regard.Cases;
using Regard.Organisation;
using Regard.Work;
namespace Regard.Care;

/// <summary>Agrees to a remedy that somebody asked for, or does not. One person's consent is enough; nobody agrees to what was asked by oneself.</summary>
public sealed record JudgeGesture(long Number, Id<Gesture> Id, bool Agrees, string? Words = null) : Change<Gesture>
{
    internal override Permission Needs => Permission.ManageCases;
    internal override string Subject => $"{Number} {Id} {(Agrees ? "agreed" : "refused")}";

    internal override IEnumerable<Problem> Check()
    {
        if (!Agrees && string.IsNullOrWhiteSpace(Words)) yield return new(nameof(Words), "Say why not.");
        if (Words?.Length > GrantRemedy.LongestWords) yield return new(nameof(Words), "At most {0} characters.", GrantRemedy.LongestWords);
    }

    internal override async Task<Gesture> Run(Session s)
    {
        var c = await new CaseInHand(Number).Run(s);
        var me = PersonStore.Me(s);
        await s.NextNumber("gestures");
        var gesture = await CareStore.Find(s, c.CustomerId, Id);
        if (gesture.CaseId != c.Id) throw new NotFound(CareStore.Missing);
        if (gesture.State != GestureState.Awaiting) throw new Refused("This is decided already.");
        if (gesture.AskedBy == me) throw new Refused(Regard.Words.Of("You asked for this yourself, so somebody else has to agree."), forbidden: true);
        var others = (await CareStore.OfCase(s, c)).Where(g => g.Id != Id).ToList();
        var facts = await RemedyDesk.Facts(s, c, others, gesture.Amount);
        if (!Empowerment.MayApprove(facts.Roles, facts, (await CareStore.RulesNow(s)).Rules)) throw new Refused(Regard.Words.Of("This is more than you may agree to."), forbidden: true);
        await s.Write("update gestures set state = @state, judged_by = @me, judged_at = @Now, judged_words = @words, granted_at = @grantedAt where customer_id = @CustomerId and id = @Id", new
        {
            state = (Agrees ? GestureState.Granted : GestureState.Refused).ToString(), me, s.Now, words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim(), grantedAt = Agrees ? s.Now : (DateTimeOffset?)null, c.CustomerId, Id,
        });
        await new SettleWorkItem(WorkKind.Approval, Id.Value).Run(s);
        var judged = await CareStore.Find(s, c.CustomerId, Id);
        if (Agrees) await GrantRemedy.PutTask(s, judged);
        return judged;
    }
}

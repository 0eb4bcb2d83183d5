using Regard.Cases;
using Regard.Work;
namespace Regard.Care;

/// <summary>Takes back what the customer does not have yet: an amount typed wrong, a request that fell away. It stays in the ledger as taken back.</summary>
public sealed record UndoGesture(long Number, Id<Gesture> Id, string Why) : Change<Done>
{
    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{Number} {Id}";

    internal override IEnumerable<Problem> Check()
    {
        if (string.IsNullOrWhiteSpace(Why)) yield return new(nameof(Why), "Say why it is taken back.");
        else if (Why.Length > GrantRemedy.LongestWords) yield return new(nameof(Why), "At most {0} characters.", GrantRemedy.LongestWords);
    }

    internal override async Task<Done> Run(Session s)
    {
        var c = await new CaseInHand(Number).Run(s);
        var gesture = await CareStore.Find(s, c.CustomerId, Id);
        if (gesture.CaseId != c.Id) throw new NotFound(CareStore.Missing);
        if (gesture.State == GestureState.Delivered) throw new Refused("The customer has it already.");
        if (gesture.State is not (GestureState.Awaiting or GestureState.Granted)) throw new Refused("This is decided already.");
        if (gesture.AskedBy != s.Caller.Person && !s.Caller.May(Permission.ManageCases)) throw new Refused(Words.Of("Who gave it, or a manager, takes it back."), forbidden: true);
        await s.Write("update gestures set state = 'Undone', undone_by = @Person, undone_at = @Now, undone_because = @why where customer_id = @CustomerId and id = @Id", new { s.Caller.Person, s.Now, why = Why.Trim(), c.CustomerId, Id });
        await new SettleWorkItem(WorkKind.Approval, Id.Value).Run(s);
        await new SettleWorkItem(WorkKind.GestureTask, Id.Value).Run(s);
        return default;
    }
}

using Regard.Cases;
using Regard.Work;
namespace Regard.Care;

/// <summary>Says that the customer has it. A note written by hand and a gift are shown by a photo or a receipt.</summary>
public sealed record DeliverGesture(long Number, Id<Gesture> Id, Id<CaseFile>? Proof = null) : Change<Done>
{
    internal override Permission Needs => Permission.HandleCases;
    internal override string Subject => $"{Number} {Id}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await new CaseInHand(Number).Run(s);
        var gesture = await CareStore.Find(s, c.CustomerId, Id);
        if (gesture.CaseId != c.Id) throw new NotFound(CareStore.Missing);
        if (gesture.State != GestureState.Granted) throw new Refused(gesture.State == GestureState.Delivered ? "This was delivered already." : "This was not granted.");
        if (Proof is { } proof) await s.One<string>("select name from case_files where customer_id = @CustomerId and id = @proof and case_id = @CaseId and removed_at is null", new { c.CustomerId, proof, CaseId = c.Id }, Words.Of("There is no such file."));
        else if (gesture.Kind is GestureKind.Note or GestureKind.Gift) throw new Invalid(nameof(Proof), "Add a photo or a receipt first.");
        await s.Write("update gestures set state = 'Delivered', delivered_by = @Person, delivered_at = @Now, proof_id = @Proof where customer_id = @CustomerId and id = @Id", new { s.Caller.Person, s.Now, Proof, c.CustomerId, Id });
        await new SettleWorkItem(WorkKind.GestureTask, Id.Value).Run(s);
        return default;
    }
}

using Regard.Work;
namespace Regard.Cases;

/// <summary>Takes back what another department was asked for.</summary>
public sealed record WithdrawCaseTask(long Number, Id<CaseTask> Id) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {Id}";

    internal override async Task<Done> Run(Session s)
    {
        var c = await CaseStore.InHand(s, Number, isOpen: false);
        await CaseTasks.MustBeOpen(s, c, Id);
        await s.Write("update case_tasks set withdrawn_at = @Now where customer_id = @CustomerId and id = @Id", new { s.Now, c.CustomerId, Id });
        await CaseWork.Settle(s, WorkKind.CaseTask, Id.Value);
        return default;
    }
}

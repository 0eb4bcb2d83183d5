using Regard.Organisation;
using Regard.Work;
namespace Regard.Cases;

/// <summary>A department has done what a case needed of it.</summary>
public sealed record AnswerCaseTask(long Number, Id<CaseTask> Id, string Answer) : Change<Done>
{
    internal override Permission Needs => Permission.SignedIn;
    internal override string Subject => $"{Number} {Id}";
    internal override IEnumerable<Problem> Check() => CaseTexts.Needed(nameof(Answer), Answer, "Say what was done.");

    internal override async Task<Done> Run(Session s)
    {
        var (c, sight) = await CaseStore.Held(s, Number);
        var task = await CaseTasks.MustBeOpen(s, c, Id);
        if (s.Caller.Person != task.OwnerId && !s.Caller.IsInstallation && !sight.Tree.InCare(s.Caller, Permission.HandleCases).Contains(task.UnitId))
            throw new Refused(Words.Of("It was asked of {0}, at {1}.", task.OwnerName, task.UnitName), forbidden: true);
        await s.Write("update case_tasks set answer = @answer, done_by = @Person, done_at = @Now where customer_id = @CustomerId and id = @Id", new { answer = Answer.Trim(), s.Caller.Person, s.Now, c.CustomerId, Id });
        await CaseWork.Settle(s, WorkKind.CaseTask, Id.Value);
        return default;
    }
}

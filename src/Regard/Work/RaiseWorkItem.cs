using Regard.Organisation;
namespace Regard.Work;

/// <summary>Takes a task a level up at once, as when a customer asks for a superior. For other areas, within their own changes.</summary>
sealed record RaiseWorkItem(WorkKind Kind, Guid SubjectId) : Change<Id<Person>?>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => $"{Kind} {SubjectId}";

    /// <returns>Who was told; null when there is nobody, or the task is done.</returns>
    internal override async Task<Id<Person>?> Run(Session s)
    {
        await s.NextNumber("escalations");
        var item = await s.One<Climb.Standing>($"select {Climb.Standing.Columns} from work_items where kind = @kind and subject_id = @subject",
            new { kind = Kind.ToString(), subject = new Id<WorkItem>(SubjectId) }, Words.Of("There is no such task."));
        return (await Climb.Up(s, [item], asked: true)).Select(t => t.To).FirstOrDefault();
    }
}

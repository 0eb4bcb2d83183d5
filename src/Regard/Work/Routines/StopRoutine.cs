using Regard.Organisation;
namespace Regard.Work;

/// <summary>The routine is put no more; what was put stays to be done.</summary>
public sealed record StopRoutine(Id<Routine> Id) : Change<Done>
{
    internal override Permission Needs => Permission.EditPlans;
    internal override string Subject => Id.ToString();

    internal override async Task<Done> Run(Session s)
    {
        var routine = await s.One<Routine>($"{Routine.Select} and r.id = @Id", new { Id }, Words.Of("There is no such routine."));
        await UnitStore.InCareToday(s, routine.UnitId, Needs);
        await s.Write("update routines set stopped_at = @Now where id = @Id", new { s.Now, Id });
        return default;
    }
}

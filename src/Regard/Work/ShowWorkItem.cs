namespace Regard.Work;

/// <summary>The task of a subject, whoever has it. For other areas, whose own page says who may see it.</summary>
sealed record ShowWorkItem(WorkKind Kind, Guid SubjectId) : Question<WorkItem>
{
    internal override Permission Needs => Permission.SeeCases;
    internal override Task<WorkItem> Run(Session s) => WorkStore.About(s, Kind, SubjectId);
}

namespace Regard.Surveys;

/// <summary>A published version with its document.</summary>
public sealed record ShowFormVersion(Id<FormVersion> Id) : Question<FormVersion>
{
    internal override Permission Needs => Permission.SeeSurveys;
    internal override Task<FormVersion> Run(Session s) => FormStore.Version(s, Id);
}

namespace Regard.Organisation;

/// <summary>Whether somebody has founded the company here. Asked before anything else can be done.</summary>
public sealed record CompanyExists : Question<bool>
{
    internal override Permission Needs => Permission.Public;
    internal override Task<bool> Run(Session s) => PersonStore.Any(s);
}

namespace Regard.Cases;

/// <summary>The external bodies that the company knows, those out of use too.</summary>
public sealed record ListBodies : Question<IReadOnlyList<ExternalBody>>
{
    internal override Permission Needs => Permission.HearCases;

    internal override async Task<IReadOnlyList<ExternalBody>> Run(Session s) => await BodyStore.All(s);
}

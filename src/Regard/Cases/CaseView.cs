namespace Regard.Cases;

/// <summary>A filter that somebody keeps under a name.</summary>
public sealed record CaseView
{
    public required Id<CaseView> Id { get; init; }
    public required string Name { get; init; }
    public required CaseFilter Filter { get; init; }
}

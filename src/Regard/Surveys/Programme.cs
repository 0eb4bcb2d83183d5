namespace Regard.Surveys;

public sealed record Programme
{
    public required Id<Programme> Id { get; init; }
}

namespace Regard.Surveys;

public sealed record Response
{
    public required Id<Response> Id { get; init; }
}

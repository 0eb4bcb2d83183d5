namespace Regard.Surveys;

/// <summary>Pages that somebody saved on the way, not yet a response.</summary>
public sealed record AnswerDraft
{
    /// <summary>The page to go on with, from 0.</summary>
    public required long Page { get; init; }
    public required string LanguageTag { get; init; }
    public required Answers Answers { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
}

namespace Regard.Surveys;

/// <summary>Said when a response is safely kept, and said again when it comes once more.</summary>
public sealed record Receipt
{
    public required Guid Key { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    /// <summary>It had come before; it is counted once.</summary>
    public bool CameBefore { get; init; }
}

namespace Regard.Surveys;

/// <summary>The text of a form being written. Only who saw the newest revision may save over it.</summary>
public sealed record FormDraft
{
    public required Id<Form> FormId { get; init; }
    public required long Revision { get; init; }
    public required FormDocument Document { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public string? SavedBy { get; init; }
    /// <summary>Whether what stood before the last save can be brought back.</summary>
    public bool CanUndo { get; init; }
}

namespace Regard.Statistics;

/// <summary>Something that is not asked but shows in answers: quality, satisfaction, loyalty.</summary>
/// <param name="Name">Unique in its model.</param>
/// <param name="Items">One or more columns (or slots); an item belongs to one construct.</param>
/// <param name="Mode">Of no account for a single item.</param>
public sealed record PathConstruct(string Name, IReadOnlyList<string> Items, OuterMode Mode = OuterMode.A)
{
    /// <summary>Its name for readers, by language tag; empty when the model gives none.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();
}

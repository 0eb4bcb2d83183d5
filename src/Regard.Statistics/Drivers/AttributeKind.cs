namespace Regard.Statistics;

/// <summary>How an attribute works on satisfaction, by what its low and its high ratings do.</summary>
public enum AttributeKind
{
    /// <summary>Neither low nor high ratings certainly move the outcome.</summary>
    Indifferent,
    /// <summary>Only low ratings do (or they do more): taken for granted.</summary>
    Basic,
    /// <summary>Both do, as far as can be told alike.</summary>
    Performance,
    /// <summary>Only high ratings do (or they do more): a delight.</summary>
    Delight,
}

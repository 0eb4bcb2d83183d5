namespace Regard.Statistics;

/// <summary>How the weights of a construct's items come about.</summary>
public enum OuterMode
{
    /// <summary>Reflective: correlations of the items with the inner proxy.</summary>
    A,
    /// <summary>Formative: regression of the inner proxy on the items.</summary>
    B,
}

namespace Regard.Statistics;

/// <summary>How a feature works on satisfaction. In the order in which ties are decided: what is missed most comes first.</summary>
public enum KanoClass
{
    /// <summary>M: taken for granted; its lack angers.</summary>
    MustBe,
    /// <summary>O: the more the better, the less the worse.</summary>
    OneDimensional,
    /// <summary>A: delights; its lack is not missed.</summary>
    Attractive,
    /// <summary>I: does not matter.</summary>
    Indifferent,
    /// <summary>R: unwanted.</summary>
    Reverse,
    /// <summary>Q: the two answers contradict each other.</summary>
    Questionable,
}

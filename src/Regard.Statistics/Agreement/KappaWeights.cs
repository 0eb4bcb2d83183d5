namespace Regard.Statistics;

/// <summary>How much two answers that differ still agree.</summary>
public enum KappaWeights
{
    /// <summary>Not at all: for names of classes.</summary>
    None,
    /// <summary>1 - |a - b| / range: each step counts the same.</summary>
    Linear,
    /// <summary>1 - (a - b)^2 / range^2: large differences count most.</summary>
    Quadratic,
}

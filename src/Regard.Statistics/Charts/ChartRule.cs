namespace Regard.Statistics;

/// <summary>What a point of a control chart broke. One signal means: look for a cause of its own.</summary>
public enum ChartRule
{
    /// <summary>Outside its limits (on XmR: Nelson's test 1, Western Electric 1).</summary>
    BeyondLimits,
    /// <summary>The ninth in a row on one side of the centre (Nelson's test 2).</summary>
    NineOnOneSide,
    /// <summary>The sixth in a row that rises, or falls (Nelson's test 3).</summary>
    SixRisingOrFalling,
    /// <summary>Two of three beyond two sigma on one side (Nelson's test 5).</summary>
    TwoOfThreeBeyondTwoSigma,
    /// <summary>Four of five beyond one sigma on one side (Nelson's test 6).</summary>
    FourOfFiveBeyondOneSigma,
    /// <summary>The sum of deviations upwards is over its limit (CUSUM).</summary>
    SumTooHigh,
    /// <summary>The sum of deviations downwards is over its limit (CUSUM).</summary>
    SumTooLow,
    /// <summary>The jump from the point before is larger than chance makes them (moving range).</summary>
    JumpTooLarge,
}

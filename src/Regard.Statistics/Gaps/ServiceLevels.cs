namespace Regard.Statistics;

/// <summary>The levels that one service is seen at, on one scale from 0 to 100. What is not known is withheld as unmeasured.</summary>
public sealed record ServiceLevels
{
    /// <summary>What customers expect.</summary>
    public Estimate Expected { get; init; } = Unmeasured;

    /// <summary>What management believes that customers expect.</summary>
    public Estimate Believed { get; init; } = Unmeasured;

    /// <summary>What the service standards demand; set and not estimated, so without error.</summary>
    public Estimate Demanded { get; init; } = Unmeasured;

    /// <summary>What was delivered, by visits, checks and measurement.</summary>
    public Estimate Delivered { get; init; } = Unmeasured;

    /// <summary>What customers perceive.</summary>
    public Estimate Perceived { get; init; } = Unmeasured;

    /// <summary>What was promised in public; set and not estimated.</summary>
    public Estimate Promised { get; init; } = Unmeasured;

    /// <summary>Expected less perceived of the same respondents; null to take the two for independent, which overstates the error.</summary>
    public Estimate? ExpectedLessPerceived { get; init; }

    /// <summary>A level that somebody set: no error, and no sample.</summary>
    /// <param name="level">0 to 100.</param>
    /// <param name="count">How many standards or promises set it, 1 or more.</param>
    public static Estimate Set(double level, long count) => Estimate.Of(level, 0, null, count);

    internal static Estimate Unmeasured { get; } = Estimate.Withhold(Withholding.Unmeasured, 0);
}

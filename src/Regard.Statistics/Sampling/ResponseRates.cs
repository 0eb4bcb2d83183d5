namespace Regard.Statistics;

/// <summary>What became of everyone who was asked, and the response rates that follow.</summary>
/// <remarks>AAPOR (2016), Standard Definitions, 9th edition. A rate is null when nobody counts in its denominator.</remarks>
public sealed record ResponseRates
{
    /// <summary>I: complete.</summary>
    public required long Complete { get; init; }

    /// <summary>P: partial.</summary>
    public long Partial { get; init; }

    /// <summary>R: refused or broken off.</summary>
    public long Refused { get; init; }

    /// <summary>NC: not reached.</summary>
    public long NotReached { get; init; }

    /// <summary>O: other, e.g. language.</summary>
    public long Other { get; init; }

    /// <summary>UH: not known whether there is a household (a customer) at all.</summary>
    public long UnknownHousehold { get; init; }

    /// <summary>UO: not known for another reason whether the person belonged in the survey.</summary>
    public long UnknownOther { get; init; }

    /// <summary>Known not to belong in the survey.</summary>
    public long Ineligible { get; init; }

    /// <summary>e: share of the unknown taken to belong in the survey, 0 to 1; null for the share among the known (proportional allocation).</summary>
    public double? EligibleShare { get; init; }

    double Known => Complete + Partial + Refused + NotReached + (double)Other;
    double Unknown => UnknownHousehold + (double)UnknownOther;

    /// <summary>e as used: given, or eligible over all whose eligibility is known.</summary>
    public double? E => EligibleShare ?? (Known + Ineligible > 0 ? Known / (Known + Ineligible) : null);

    /// <summary>Complete over all who may belong.</summary>
    public double? Rr1 => Over(Complete, Known + Unknown);

    /// <summary>Complete and partial over all who may belong.</summary>
    public double? Rr2 => Over(Complete + Partial, Known + Unknown);

    /// <summary>Complete over the known and e of the unknown.</summary>
    public double? Rr3 => E is { } e ? Over(Complete, Known + e * Unknown) : null;

    /// <summary>Complete and partial over the known and e of the unknown.</summary>
    public double? Rr4 => E is { } e ? Over(Complete + Partial, Known + e * Unknown) : null;

    /// <summary>Complete over the known only.</summary>
    public double? Rr5 => Over(Complete, Known);

    /// <summary>Complete and partial over the known only: the highest there is.</summary>
    public double? Rr6 => Over(Complete + Partial, Known);

    static double? Over(double part, double whole) => whole > 0 ? part / whole : null;
}

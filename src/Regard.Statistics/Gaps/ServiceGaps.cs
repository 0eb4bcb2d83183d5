namespace Regard.Statistics;

/// <summary>The five gaps of the service quality model in score points; positive falls short.</summary>
/// <param name="Knowledge">Gap 1: expected less what management believes is expected.</param>
/// <param name="Standards">Gap 2: believed less what the standards demand.</param>
/// <param name="Delivery">Gap 3: demanded less delivered.</param>
/// <param name="Communication">Gap 4: promised less delivered.</param>
/// <param name="Service">Gap 5: expected less perceived.</param>
/// <param name="Reception">Delivered less perceived: what was done and not felt. With gaps 1 to 3 it adds up to gap 5.</param>
/// <remarks>
/// Parasuraman, Zeithaml and Berry (1985), Journal of Marketing 49(4), 41-50. The sum is our reading of it on one scale:
/// E - P = (E - M) + (M - S) + (S - D) + (D - P), exact wherever all five levels are measured over the same indicators.
/// </remarks>
public sealed record ServiceGaps(Estimate Knowledge, Estimate Standards, Estimate Delivery, Estimate Communication, Estimate Service, Estimate Reception)
{
    /// <summary>The gaps between levels; one is withheld when either of its levels is.</summary>
    public static ServiceGaps Of(ServiceLevels levels) => new(
        Less(levels.Expected, levels.Believed), Less(levels.Believed, levels.Demanded), Less(levels.Demanded, levels.Delivered), Less(levels.Promised, levels.Delivered),
        levels.ExpectedLessPerceived ?? Less(levels.Expected, levels.Perceived), Less(levels.Delivered, levels.Perceived));

    /// <summary>Whether the chain from expectation to perception has all its links.</summary>
    public bool IsWhole => !(Knowledge.Withheld || Standards.Withheld || Delivery.Withheld || Service.Withheld || Reception.Withheld);

    /// <summary>One level less another of other people; a level that was set lends neither error nor n.</summary>
    static Estimate Less(Estimate one, Estimate other)
    {
        if (one.Withheld || other.Withheld) return WelchTest.Of(one, other).Difference;
        if (IsSet(one) && !IsSet(other)) return other.Rescaled(-1, one.Value.Value);
        if (IsSet(other)) return one.Rescaled(1, -other.Value.Value);
        return WelchTest.Of(one, other).Difference;
    }

    static bool IsSet(Estimate level) => level.StandardError == 0 && level.DegreesOfFreedom is null;
}

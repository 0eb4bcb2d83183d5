namespace Regard.Statistics;

/// <summary>
/// Units compared honestly: scores drawn towards the common mean as far as their own error demands (empirical Bayes), the
/// interval of each rank, and the probability of being in the bottom quarter.
/// </summary>
/// <remarks>
/// Normal-normal model, between-unit variance by Paule and Mandel (1982); the variance of a shrunken score includes the error of
/// mean and variance as in Morris (1983), JASA 78, 47-55. Ranks: Goldstein and Spiegelhalter (1996), JRSS A 159, 385-443.
/// </remarks>
public sealed record Shrinkage
{
    /// <summary>Precision-weighted mean of the units; null when refused.</summary>
    public double? Mean { get; private init; }

    /// <summary>Variance of the true scores between units, squared points; null when refused.</summary>
    public double? BetweenVariance { get; private init; }

    /// <summary>One for each unit handed over, in that order.</summary>
    public required IReadOnlyList<ShrunkenUnit> Units { get; init; }

    /// <summary>TooFewUnits when fewer than two units are measured; each unit then keeps its own score without a rank.</summary>
    public Withholding Reason { get; private init; }

    /// <summary>Shrinks and ranks units.</summary>
    /// <param name="units">Scores, higher is better. Withheld ones stay so, have no rank and do not count.</param>
    /// <param name="seed">Of the simulated ranks: the same seed gives the same ranks.</param>
    /// <param name="draws">Simulated rankings, at least 100.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static Shrinkage Fit(IReadOnlyList<Estimate> units, int seed, int draws = 2000, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        var measured = Enumerable.Range(0, units.Count).Where(i => !units[i].Withheld).ToArray();
        if (measured.Length < 2)
            return new() { Reason = Withholding.TooFewUnits, Units = [.. units.Select(u => new ShrunkenUnit(u, null, null, null, null))] };
        var given = measured.Select(i => units[i]).ToArray();
        var errors = UnitErrors.Variances(given);
        var common = RandomEffectsLine.Fit([.. given.Select(u => u.Value!.Value)], errors);
        var shrunken = given.Zip(errors, (u, v) => Shrunken(u, v, common, given.Length, errors.Average(), confidence)).ToArray();
        var ranks = RankSimulation.Run(shrunken, [.. given.Select(u => u.Value!.Value)], seed, draws, confidence);
        var all = units.Select(u => new ShrunkenUnit(u, null, null, null, null)).ToArray();
        for (var i = 0; i < measured.Length; i++) all[measured[i]] = ranks[i];
        return new() { Mean = common.Level, BetweenVariance = common.Between, Units = all };
    }

    static Estimate Shrunken(Estimate unit, double error, RandomEffectsLine common, int units, double meanError, double confidence)
    {
        var (value, total) = (unit.Value!.Value, error + common.Between);
        if (total == 0) return Estimate.Of(value, 0, null, unit.N, unit.EffectiveN, confidence);
        // Estimated from few units, the between-unit variance would draw too hard: Morris's correction.
        var pull = error / total * (units > 3 ? (units - 3.0) / (units - 1) : 1);
        var distance = value - common.Level;
        var unsure = units > 3 ? 2.0 / (units - 3) * (meanError + common.Between) / total : 0;
        var variance = (1 - pull) * error + pull * pull * common.VarianceAt(0) + unsure * pull * pull * distance * distance;
        return Estimate.Of(value - pull * distance, Math.Sqrt(variance), null, unit.N, unit.EffectiveN, confidence);
    }
}

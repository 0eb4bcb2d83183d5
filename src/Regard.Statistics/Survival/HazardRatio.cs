namespace Regard.Statistics;

/// <summary>What one covariate does to the hazard, the others held equal.</summary>
/// <param name="Name">The covariate.</param>
/// <param name="LogHazard">Coefficient per unit of the covariate, normal interval.</param>
/// <param name="Ratio">exp of it: 2 leaves twice as fast. Withheld when too large or small for a number.</param>
/// <param name="Z">Coefficient over its error.</param>
/// <param name="PValue">Two-sided Wald test of no effect, 0 to 1.</param>
/// <param name="ModelError">Standard error of the coefficient by the information alone; differs from that of the interval when errors are robust.</param>
public sealed record HazardRatio(string Name, Estimate LogHazard, Estimate Ratio, double Z, double PValue, double ModelError)
{
    internal static HazardRatio Of(string name, double coefficient, double error, double modelError, int n, double confidence)
    {
        var log = Estimate.Of(coefficient, error, null, n, confidence: confidence);
        double ratio = Math.Exp(coefficient), lower = Math.Exp(log.Lower!.Value), upper = Math.Exp(log.Upper!.Value);
        var z = error > 0 ? coefficient / error : 0;
        return new(name, log, double.IsFinite(upper) && double.IsFinite(ratio * error) ? Estimate.Between(ratio, ratio * error, lower, upper, n, confidence: confidence) : Estimate.Withhold(Withholding.NotIdentified, n),
            z, Quantile.StudentTwoSided(z, null), modelError);
    }
}

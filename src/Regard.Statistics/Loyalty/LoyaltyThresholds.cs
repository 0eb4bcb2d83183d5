namespace Regard.Statistics;

/// <summary>From where on a customer counts as satisfied, and as staying. There is no default: they are the company's choice.</summary>
/// <param name="Satisfied">Least satisfaction, in the unit of its column.</param>
/// <param name="Staying">Least behaviour (purchases kept up, in the unit of its column).</param>
public sealed record LoyaltyThresholds(double Satisfied, double Staying)
{
    /// <summary>The type of one customer.</summary>
    /// <param name="satisfaction">Stated.</param>
    /// <param name="behaviour">Observed.</param>
    public LoyaltyType Of(double satisfaction, double behaviour) => (satisfaction >= Satisfied, behaviour >= Staying) switch
    {
        (true, true) => LoyaltyType.Loyalist, (false, true) => LoyaltyType.Hostage, (true, false) => LoyaltyType.Mercenary, _ => LoyaltyType.Defector,
    };
}

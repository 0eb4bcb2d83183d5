namespace Regard.Statistics;

/// <summary>How events at the same time are counted.</summary>
public enum Ties
{
    /// <summary>Those who left at one time fade from the customers at risk one by one, on average. Efron (1977), JASA 72, 557-565.</summary>
    Efron,
    /// <summary>All are at risk until the last of them; shrinks coefficients where ties are many. Breslow (1974), Biometrics 30, 89-99.</summary>
    Breslow,
}

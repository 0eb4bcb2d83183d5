namespace Regard.Statistics;

/// <summary>One type in a base of customers.</summary>
/// <param name="Type">Which.</param>
/// <param name="Customers">How many.</param>
/// <param name="Share">Of all, Wilson's interval.</param>
public sealed record LoyaltyCell(LoyaltyType Type, int Customers, Estimate Share);

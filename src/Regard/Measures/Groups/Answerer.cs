namespace Regard.Measures;

/// <summary>What had happened to a customer by the day of the answer.</summary>
/// <param name="FirstPurchase">Null for none.</param>
/// <param name="Spent">In the months before, in the smallest unit of the currency, less what was returned.</param>
/// <param name="Events">In the months before, of any kind.</param>
sealed record Answerer(DateOnly Day, DateOnly? FirstPurchase, long Spent, int Events);

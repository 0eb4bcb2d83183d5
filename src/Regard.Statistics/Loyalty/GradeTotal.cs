namespace Regard.Statistics;

/// <summary>One grade of customers.</summary>
/// <param name="Grade">Its letter: A for the most valuable.</param>
/// <param name="Customers">How many.</param>
/// <param name="Value">Sum of their values.</param>
/// <param name="ShareOfCustomers">0 to 1.</param>
/// <param name="ShareOfValue">Of all that is over 0; 0 to 1, of the last grade under 0 when losses outweigh.</param>
/// <param name="Lowest">Lowest value in the grade; null when it is empty.</param>
public sealed record GradeTotal(char Grade, int Customers, double Value, double ShareOfCustomers, double ShareOfValue, double? Lowest);

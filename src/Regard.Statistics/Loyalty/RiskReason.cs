namespace Regard.Statistics;

/// <summary>What one column adds to a customer's risk.</summary>
/// <param name="Column">The column; all levels of a coded column together.</param>
/// <param name="Value">The customer's number; null for a name.</param>
/// <param name="Level">The customer's name in the column; null for a number.</param>
/// <param name="Contribution">To the log odds against the average customer: over 0 raises the risk.</param>
public sealed record RiskReason(string Column, double? Value, string? Level, double Contribution);

namespace Regard.Statistics;

/// <summary>Contracts of the same tenure.</summary>
/// <param name="Periods">Whole periods held when still active; the period in which it ended, from 1, when not.</param>
/// <param name="Active">Still running.</param>
/// <param name="Count">How many.</param>
public readonly record struct ContractTenure(int Periods, bool Active, double Count = 1);

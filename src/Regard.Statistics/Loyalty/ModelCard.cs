namespace Regard.Statistics;

/// <summary>What a reader must know before trusting a risk model.</summary>
/// <param name="On">Day of the fit; null when not told.</param>
/// <param name="Data">What it was fitted to.</param>
/// <param name="Target">The column foretold.</param>
/// <param name="Features">Columns used, coded ones by their level.</param>
/// <param name="References">Level of each coded column that others are compared with, as Column=Level.</param>
/// <param name="Rows">Fitted to.</param>
/// <param name="Positives">Of those, rows that left.</param>
/// <param name="HeldOut">How the rows of the test were held out; null when tested on the rows fitted to.</param>
/// <param name="HeldOutRows">Of the test.</param>
/// <param name="HeldOutPositives">Of those, rows that left.</param>
/// <param name="Ridge">Penalty.</param>
/// <param name="Lasso">Penalty.</param>
/// <param name="Auc">On the test.</param>
/// <param name="Brier">On the test.</param>
/// <param name="CalibrationIntercept">On the test.</param>
/// <param name="CalibrationSlope">On the test.</param>
/// <param name="TopDecileLift">On the test.</param>
public sealed record ModelCard(
    DateOnly? On, string Data, string Target, IReadOnlyList<string> Features, IReadOnlyList<string> References, int Rows, int Positives, string? HeldOut, int HeldOutRows, int HeldOutPositives,
    double Ridge, double Lasso, Estimate Auc, double Brier, Estimate CalibrationIntercept, Estimate CalibrationSlope, Estimate TopDecileLift);

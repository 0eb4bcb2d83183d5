namespace Regard.Statistics;

/// <summary>How well a penalty predicted rows that it was not fitted to.</summary>
/// <param name="Penalty">Over 0.</param>
/// <param name="Deviance">Mean over the rows left out, of -2 log-likelihood a row.</param>
/// <param name="StandardError">Of that mean, over the folds.</param>
public sealed record PenaltyTrial(double Penalty, double Deviance, double StandardError);

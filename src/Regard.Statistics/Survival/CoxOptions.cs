namespace Regard.Statistics;

/// <summary>How a Cox model is fitted.</summary>
/// <param name="Ties">Events at the same time.</param>
/// <param name="Confidence">Between 0 and 1.</param>
/// <param name="Robust">True for errors that hold though rows hang together or the model is not quite right; always so with clusters or weights.</param>
public sealed record CoxOptions(Ties Ties = Ties.Efron, double Confidence = 0.95, bool Robust = false);

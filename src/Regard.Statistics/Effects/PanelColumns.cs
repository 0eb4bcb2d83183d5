namespace Regard.Statistics;

/// <summary>Which columns of the data say what of units over periods. A unit may have several rows in a period (respondents).</summary>
/// <param name="Unit">A number for each unit.</param>
/// <param name="Period">Ascending in time.</param>
/// <param name="Outcome">What the treatment should change.</param>
/// <param name="Treated">0 or 1: either the same in all periods of a unit (then <paramref name="From"/> says when), or 1 from the unit's own first treated period on.</param>
/// <param name="From">First treated period of all treated units; null when <paramref name="Treated"/> says it unit by unit.</param>
public sealed record PanelColumns(string Unit, string Period, string Outcome, string Treated, double? From = null);

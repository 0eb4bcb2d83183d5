namespace Regard.Statistics;

/// <summary>What the residuals of a regression say about it; all null when it fits exactly.</summary>
/// <param name="NormalityPValue">Jarque and Bera (1987), Int. Stat. Rev. 55, 163-172, 0 to 1. Small: intervals of small samples are rough.</param>
/// <param name="JarqueBera">The statistic of that test, 0 or more.</param>
/// <param name="EqualVariancePValue">Koenker (1981), Journal of Econometrics 17, 107-112: n R2 of the squared residuals. Small: use linearised errors.</param>
/// <param name="MostInfluentialRow">Row, from 1, without which the fit changes most.</param>
/// <param name="CooksDistance">Of that row, Cook (1977), Technometrics 19, 15-18; over 1 is worth a look.</param>
public sealed record ResidualChecks(double? NormalityPValue, double? JarqueBera, double? EqualVariancePValue, int? MostInfluentialRow, double? CooksDistance);

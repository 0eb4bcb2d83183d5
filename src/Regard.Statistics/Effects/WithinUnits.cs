using MathNet.Numerics.LinearAlgebra;

namespace Regard.Statistics;

/// <summary>One unit in one period: a figure, and the outcome it may go with.</summary>
/// <param name="Unit">Any number that tells units apart.</param>
/// <param name="Period">Any number that tells periods apart.</param>
/// <param name="X">The figure.</param>
/// <param name="Y">The outcome.</param>
public readonly record struct UnitPeriod(int Unit, int Period, double X, double Y);

/// <summary>
/// How an outcome goes with a figure over units and periods once what lasts at a unit and what moves all units in a period are taken out: do
/// units have more of the outcome when they have more of the figure than they usually do? An association, whatever its size.
/// </summary>
/// <param name="Slope">Outcome for one more of the figure; n counts rows.</param>
/// <param name="Beta">The same in usual swings of both: standard deviations within units.</param>
/// <param name="Swing">Standard deviation of the figure within units, in its own unit.</param>
/// <param name="Units">Units measured in two periods or more.</param>
/// <param name="Periods">Different periods among them.</param>
/// <remarks>
/// Two-way fixed effects, CR2 errors clustered by unit with Satterthwaite's degrees of freedom (Bell and McCaffrey 2002; Pustejovsky and
/// Tipton 2018), which hold with few units and errors that hang together within them.
/// </remarks>
public sealed record WithinUnits(Estimate Slope, Estimate Beta, double Swing, int Units, int Periods)
{
    /// <summary>Under so many units nothing is told.</summary>
    public const int FewestUnits = 5;

    /// <summary>Fits the rows; units with one period tell nothing and are left out.</summary>
    /// <param name="rows">A row a unit and period, none twice.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    public static WithinUnits Of(IReadOnlyList<UnitPeriod> rows, double confidence = 0.95)
    {
        var units = rows.GroupBy(r => r.Unit).Where(g => g.Count() > 1).Select(g => g.OrderBy(r => r.Period).ToArray()).ToArray();
        int[] periods = [.. units.SelectMany(u => u).Select(r => r.Period).Distinct().Order()];
        var n = units.Sum(u => u.Length);
        WithinUnits None(Withholding why, double swing = 0) => new(Estimate.Withhold(why, n), Estimate.Withhold(why, n), swing, units.Length, periods.Length);
        if (units.Length < FewestUnits) return None(Withholding.TooFewUnits);
        if (n - units.Length - periods.Length < 2) return None(Withholding.TooFew);
        var (swing, outcome) = (Spread(units, r => r.X, n), Spread(units, r => r.Y, n));
        if (!(swing > 1e-12) || !(outcome > 1e-12)) return None(Withholding.NoSpread);
        var fit = ClusteredRegression.Fit([.. units.Select(u => Rows(u, periods))]);
        if (!fit.Estimable[0] || fit.Freedom(0) is not { } freedom || !(fit.StandardError(0) > 0)) return None(Withholding.NoSpread, swing);
        var slope = Estimate.Of(fit.Coefficients[0], fit.StandardError(0), Math.Max(1, freedom), n, null, confidence);
        return new(slope, slope.Rescaled(swing / outcome), swing, units.Length, periods.Length);
    }

    // Columns: the figure, then periods but the first; the unit's own mean taken out of each.
    static ClusterRows Rows(UnitPeriod[] unit, int[] periods)
    {
        Vector<double> Column(Func<UnitPeriod, double> value)
        {
            var mean = unit.Average(value);
            return Vector<double>.Build.Dense(unit.Length, i => value(unit[i]) - mean);
        }
        return new(Matrix<double>.Build.DenseOfColumnVectors(periods.Skip(1).Select(p => Column(r => r.Period == p ? 1 : 0)).Prepend(Column(r => r.X))), Column(r => r.Y));
    }

    static double Spread(UnitPeriod[][] units, Func<UnitPeriod, double> value, int n) =>
        Math.Sqrt(units.Sum(u => { var mean = u.Average(value); return u.Sum(r => (value(r) - mean) * (value(r) - mean)); }) / (n - units.Length));
}

namespace Regard.Statistics;

/// <summary>Residuals of a regression with the rows they belong to.</summary>
sealed class RegressionResiduals
{
    readonly WeightedRows rows;
    readonly double[] residuals;
    // The predictors in standard deviations from their means.
    readonly double[][] standard;
    readonly double total;

    RegressionResiduals(WeightedRows rows, double[] residuals, double[][] standard) => (this.rows, this.residuals, this.standard, total) = (rows, residuals, standard, rows.Weights?.Sum() ?? rows.N);

    public static RegressionResiduals Of(WeightedRows rows, LeastSquares solved)
    {
        var residuals = rows.Columns[solved.Outcome].ToArray();
        for (var i = 0; i < residuals.Length; i++) residuals[i] -= solved.Constant;
        var standard = new double[solved.Predictors.Count][];
        for (var j = 0; j < standard.Length; j++)
        {
            var column = standard[j] = rows.Columns[solved.Predictors[j]].ToArray();
            for (var i = 0; i < residuals.Length; i++)
            {
                residuals[i] -= solved.Slopes[j] * column[i];
                column[i] = (column[i] - solved.Means[j]) / solved.Deviations[j];
            }
        }
        return new(rows, residuals, standard);
    }

    /// <summary>Linearised covariance of constant and slopes, each residual freed from its row's own pull (HC3).</summary>
    public double[,] Linearised(LeastSquares solved)
    {
        var (p, n) = (solved.Predictors.Count, rows.N);
        var (centred, influence) = (new double[p + 1, p + 1], new double[p + 1]);
        for (var i = 0; i < n; i++)
        {
            var leverage = Leverage(solved, i);
            // A row that alone determines a slope has no residual.
            var we = leverage < 1 - 1e-10 ? (rows.Weights?[i] ?? 1) * residuals[i] / (1 - leverage) / total : 0;
            influence[0] = we;
            // Covariances have the divisor total (n - 1) / n.
            for (var a = 0; a < p; a++) influence[a + 1] = we * Pull(solved, i, a) / solved.Deviations[a] * n / (n - 1.0);
            for (var a = 0; a <= p; a++)
                for (var b = 0; b <= p; b++) centred[a, b] += influence[a] * influence[b];
        }
        return solved.Uncentred(centred);
    }

    public ResidualChecks Checks(LeastSquares solved)
    {
        var (p, n) = (solved.Predictors.Count, rows.N);
        double m2 = 0, m3 = 0, m4 = 0;
        foreach (var e in residuals) (m2, m3, m4) = (m2 + e * e / n, m3 + e * e * e / n, m4 + e * e * e * e / n);
        // What is left of an exact fit is rounding.
        if (m2 <= 1e-20 * solved.OutcomeVariance) return new(null, null, null, null, null);
        var normality = n / 6.0 * (m3 * m3 / (m2 * m2 * m2) + Math.Pow(m4 / (m2 * m2) - 3, 2) / 4);
        var (row, most) = (0, -1.0);
        var variance = m2 * n / (n - p - 1);
        for (var i = 0; i < n; i++)
        {
            var leverage = Leverage(solved, i);
            var cook = leverage < 1 - 1e-12 ? residuals[i] * residuals[i] / ((p + 1) * variance) * leverage / ((1 - leverage) * (1 - leverage)) : 0;
            if (cook > most) (row, most) = (i, cook);
        }
        return new(Tail.ChiSquare(normality, 2), normality, Unequal(solved), row + 1, most);
    }

    // F of the squared residuals on the predictors.
    double? Unequal(LeastSquares solved)
    {
        var squares = residuals.Select(e => e * e).ToArray();
        if (squares.AsSpan().IndexOfAnyExcept(squares[0]) < 0) return null;
        const string name = "\0squared residuals";
        var columns = Observations.Of([name, .. solved.Predictors], [squares, .. solved.Predictors.Select(x => rows.Columns[x].ToArray())]);
        var (explained, freedom) = (LeastSquares.Solve(Covariances.Of(columns), name, solved.Predictors).R2, rows.N - solved.Predictors.Count - 1.0);
        return explained < 1 ? Tail.Fisher(explained / solved.Predictors.Count / ((1 - explained) / freedom), solved.Predictors.Count, freedom) : 0;
    }

    double Leverage(LeastSquares solved, int row)
    {
        var (n, distance) = (rows.N, 0.0);
        for (var a = 0; a < standard.Length; a++) distance += standard[a][row] * Pull(solved, row, a);
        return (1 + distance * n / (n - 1.0)) * (rows.Weights?[row] ?? 1) / total;
    }

    // Row a of the predictors' inverse correlations times a row's standard deviations.
    double Pull(LeastSquares solved, int row, int a)
    {
        var (p, sum) = (standard.Length, 0.0);
        for (var b = 0; b < p; b++) sum += solved.Inverse[a * p + b] * standard[b][row];
        return sum;
    }
}

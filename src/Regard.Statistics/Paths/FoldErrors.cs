namespace Regard.Statistics;

/// <summary>Squared errors in one fold of what was fitted without it.</summary>
/// <param name="Weight">Sum of the fold's weights.</param>
/// <param name="Model">By item, of the path model.</param>
/// <param name="Mean">By item, of the mean.</param>
/// <param name="Linear">By item, of a regression on the items of constructs without sources; NaN when these determine one another.</param>
sealed record FoldErrors(double Weight, double[] Model, double[] Mean, double[] Linear)
{
    public static FoldErrors Of(PathPlan plan, PathOptions options, AnswerRows rows, double[] total, ReadOnlySpan<int> fold)
    {
        var (p, layout, stride) = (plan.Items, rows.Layout, PathSolver.Stride(plan.Items));
        var (held, solver, means, deviations) = (rows.Sums(fold), new PathSolver(plan, options), new double[p], new double[p]);
        var training = total.Zip(held, (all, some) => all - some).ToArray();
        if (PairCovariances.Fill(layout, MissingAnswers.Casewise, training, [], means, solver.R, stride) is >= 0 and var bare)
            throw new DataRefused(DataFault.Constant, $"All answers to {rows.Names[bare]} are equal once a fold is left out.", rows.Names[bare]);
        PairCovariances.Standardise(p, solver.R, stride, deviations);
        int[] signs = [.. plan.Model.Items.Select(i => plan.Model.ScaleOf(i) is { Reversed: true } ? -1 : 1)];
        for (var j = 0; j < p; j++)
            for (var k = 0; k < p; k++) solver.R[j * stride + k] *= signs[j] * signs[k];
        if (!solver.Solve()) throw Pls.Refusal(plan, solver);
        var linear = Regressions(plan, solver.R);
        var errors = new FoldErrors(held[0], new double[p], new double[p], new double[p]);
        for (var i = 0; i < p; i++)
        {
            if (plan.Sources[plan.Owners[i]].Length == 0) continue;
            errors.Model[i] = Squared(i, ByModel(plan, solver, i));
            errors.Mean[i] = Squared(i, new double[p]);
            errors.Linear[i] = linear is null ? double.NaN : Squared(i, linear[i]);
        }
        return errors;

        // Sum of w (x_i - prediction)^2; the prediction is linear in the other items, its coefficients are standardised.
        double Squared(int item, double[] coefficients)
        {
            var c = new double[p + 1];
            c[0] = -means[item];
            c[item + 1] = 1;
            for (var j = 0; j < p; j++)
            {
                var b = coefficients[j] * signs[item] * signs[j] * deviations[item] / deviations[j];
                c[j + 1] -= b;
                c[0] += b * means[j];
            }
            var sum = 0.0;
            for (var a = 0; a <= p; a++)
                for (var b = 0; b <= p; b++) sum += c[a] * c[b] * held[layout.At(a, b)];
            return sum;
        }
    }

    static double[] ByModel(PathPlan plan, PathSolver solver, int item)
    {
        var coefficients = new double[plan.Items];
        for (var j = 0; j < plan.Items; j++)
            if (plan.Sources[plan.Owners[j]].Length == 0)
                coefficients[j] = solver.Loadings[item] * solver.Total[plan.Owners[j] * plan.Constructs + plan.Owners[item]] * solver.Weights[j];
        return coefficients;
    }

    static double[][]? Regressions(PathPlan plan, double[] r)
    {
        var stride = PathSolver.Stride(plan.Items);
        int[] given = [.. Enumerable.Range(0, plan.Items).Where(i => plan.Sources[plan.Owners[i]].Length == 0)];
        double[] matrix = [.. given.SelectMany(i => given.Select(j => r[i * stride + j]))];
        if (!SmallCholesky.Factor(matrix, given.Length)) return null;
        return [.. Enumerable.Range(0, plan.Items).Select(item =>
        {
            double[] b = [.. given.Select(j => r[j * stride + item])];
            SmallCholesky.Solve(matrix, given.Length, b);
            var coefficients = new double[plan.Items];
            for (var s = 0; s < given.Length; s++) coefficients[given[s]] = b[s];
            return coefficients;
        })];
    }
}

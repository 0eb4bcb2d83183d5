namespace Regard.Statistics;

/// <summary>Cross-validated redundancy: every so-manieth answer of a construct is blinded, guessed from the construct's sources, and compared.</summary>
/// <remarks>
/// Stone (1974), JRSS B 36, 111-147; Geisser (1974); Chin (1998), in Modern Methods for Business Research. A blinded answer is replaced by the mean of
/// the item's others; errors in units of the item's standard deviation then. Blinding runs down the items of a construct one after the other, so it depends on the order of rows.
/// Rows that lack an answer are left out; the correction of consistent PLS is left aside.
/// </remarks>
public sealed class Blindfolding
{
    Blindfolding(int distance, IReadOnlyList<(string, double)> redundancy) => (Distance, Redundancy) = (distance, redundancy);

    /// <summary>Every so-manieth answer was blinded.</summary>
    public int Distance { get; }

    /// <summary>Q2 of every reflective construct with sources; over 0 its sources are relevant for prediction.</summary>
    public IReadOnlyList<(string Construct, double Q2)> Redundancy { get; }

    /// <summary>Blinds, fits and compares.</summary>
    /// <param name="model">What acts on what.</param>
    /// <param name="answers">Holds every item of the model.</param>
    /// <param name="distance">5 to 12 usually; the next that does not divide the rows is taken.</param>
    /// <param name="options">How to estimate.</param>
    /// <exception cref="DataRefused">As <see cref="Pls.Fit(PathModel, Observations, PathOptions, IReadOnlyList{double}, MissingAnswers)"/>.</exception>
    public static Blindfolding Of(PathModel model, Observations answers, int distance = 7, PathOptions? options = null)
    {
        var (plan, rows) = (new PathPlan(model), answers.Select(model.Items).Complete());
        distance = Math.Max(2, distance);
        while (rows.Rows % distance == 0) distance++;
        int[] judged = [.. Enumerable.Range(0, plan.Constructs).Where(k => plan.Sources[k].Length > 0 && !plan.Formative[k])];
        var composites = (options ?? new()) with { Consistent = false };
        var errors = Pieces.Run(judged.Length * distance, at => Blinded(model, plan, rows, judged[at / distance], distance, at % distance, composites));
        return new(distance, [.. judged.Select((k, at) => (model.Constructs[k].Name, 1 - errors.Skip(at * distance).Take(distance).Sum(e => e.Guess) / errors.Skip(at * distance).Take(distance).Sum(e => e.Mean)))]);
    }

    static (double Guess, double Mean) Blinded(PathModel model, PathPlan plan, Observations rows, int construct, int distance, int from, PathOptions options)
    {
        var (first, size, n) = (plan.First[construct], plan.Size(construct), rows.Rows);
        var columns = model.Items.Select(i => rows[i].ToArray()).ToArray();
        for (var j = 0; j < size; j++)
        {
            var column = columns[first + j];
            var mean = column.Where((_, i) => !IsBlind(j, i)).Average();
            for (var i = 0; i < n; i++)
                if (IsBlind(j, i)) column[i] = mean;
        }
        var fit = Pls.Fit(model, Observations.Of(model.Items, columns), options);
        var (covariances, guess, plain) = (fit.Covariances, 0.0, 0.0);
        var guesses = new double[n];
        foreach (var s in plan.Sources[construct])
            for (var item = plan.First[s]; item < plan.First[s + 1]; item++)
            {
                var factor = fit.Solved.Direct[s * plan.Constructs + construct] * fit.Solved.Weights[item] * fit.ItemScores.Sign(item) / Math.Sqrt(covariances.Covariance(item, item));
                for (var i = 0; i < n; i++) guesses[i] += factor * (columns[item][i] - covariances.Means!.Value(item));
            }
        for (var j = 0; j < size; j++)
            for (var i = 0; i < n; i++)
            {
                if (!IsBlind(j, i)) continue;
                // What was blinded holds the mean of the others.
                var z = (rows[first + j][i] - columns[first + j][i]) / Math.Sqrt(covariances.Covariance(first + j, first + j));
                guess += Math.Pow(z - fit.ItemScores.Sign(first + j) * fit.Solved.Loadings[first + j] * guesses[i], 2);
                plain += z * z;
            }
        return (guess, plain);

        bool IsBlind(int item, int row) => ((long)item * n + row) % distance == from;
    }
}

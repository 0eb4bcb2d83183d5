namespace Regard.Statistics;

/// <summary>Expectation against perception by item, by dimension and overall.</summary>
/// <param name="Items">In the order given.</param>
/// <param name="Dimensions">In the order given: the mean of their items. Empty when none were named.</param>
/// <param name="Overall">The mean of the dimensions (of the items without dimensions), weighted by each respondent's own importances where given.</param>
/// <param name="Unweighted">The same with equal importance.</param>
/// <param name="N">Respondents.</param>
/// <remarks>Parasuraman, Zeithaml and Berry (1988), Journal of Retailing 64, 12-40; importance-weighted: Parasuraman, Berry and Zeithaml (1991), Journal of Retailing 67, 420-450.</remarks>
public sealed record GapAnalysis(IReadOnlyList<Gap> Items, IReadOnlyList<Gap> Dimensions, Gap Overall, Gap Unweighted, long N)
{
    /// <summary>Computes the gaps.</summary>
    /// <param name="data">Complete in the columns used.</param>
    /// <param name="questions">Which columns ask what.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">Columns do not pair up, a value is missing or off the scale, importances are negative or all 0, or there is a single row.</exception>
    public static GapAnalysis Fit(Observations data, GapQuestions questions, double confidence = 0.95)
    {
        var parts = questions.Parts();
        var rows = WeightedRows.Of(data.Select([.. questions.All.Distinct()]), questions.Weight);
        if (rows.N < 2) throw new DataRefused(DataFault.TooFewRows, $"{rows.N} complete rows are too few: at least 2 are needed.");
        var (expected, perceived) = (questions.Expected.Select(c => ScoreColumn.Of(rows.Columns, c, questions.From, questions.To)).ToArray(), questions.Perceived.Select(c => ScoreColumn.Of(rows.Columns, c, questions.From, questions.To)).ToArray());
        var shares = Shares(rows.Columns, questions);
        var k = expected.Length;
        double?[][] columns =
        [
            .. expected, .. perceived,
            // The two overall levels of each respondent, by own importance and plain.
            Together(expected, parts, shares), Together(perceived, parts, shares), Together(expected, parts, null), Together(perceived, parts, null),
        ];
        var means = DesignMeans.Of(columns, rows.Weights);
        Gap Of(int[] e, int[] p)
        {
            var difference = means.Difference(p, e, confidence);
            return new(means.MeanOf(e, confidence), means.MeanOf(p, confidence), difference, StudentTest.Of(difference), means.RatioOf(p, e, confidence));
        }
        return new(
            [.. Enumerable.Range(0, k).Select(i => Of([i], [k + i]))],
            questions.Dimensions is null ? [] : [.. parts.Select(part => Of(part, [.. part.Select(i => k + i)]))],
            Of([2 * k], [2 * k + 1]), Of([2 * k + 2], [2 * k + 3]), rows.N);
    }

    // By dimension and row, shares that add up to 1 in each row; null for equal ones.
    static double[][]? Shares(Observations data, GapQuestions questions)
    {
        if (questions.Importance is not { } names) return null;
        var columns = names.Select(n => data[n].ToArray()).ToArray();
        for (var i = 0; i < data.Rows; i++)
        {
            foreach (var (column, name) in columns.Zip(names))
            {
                if (double.IsNaN(column[i])) throw new DataRefused(DataFault.Missing, $"The column {name} has missing values.", name);
                if (column[i] < 0) throw new DataRefused(DataFault.OutOfRange, $"{name} has the importance {column[i]}: it is not negative.", name);
            }
            var total = columns.Sum(c => c[i]);
            if (total == 0) throw new DataRefused(DataFault.BadWeights, $"A respondent gives 0 to all of {string.Join(", ", names)}.", names);
            foreach (var column in columns) column[i] /= total;
        }
        return columns;
    }

    static double?[] Together(double?[][] levels, int[][] parts, double[][]? shares) => [.. Enumerable.Range(0, levels[0].Length).Select(row =>
        (double?)parts.Select((part, d) => (shares?[d][row] ?? 1.0 / parts.Length) * part.Average(i => levels[i][row]!.Value)).Sum())];
}

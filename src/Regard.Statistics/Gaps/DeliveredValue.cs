namespace Regard.Statistics;

/// <summary>Customer delivered value: what customers get against what it costs them.</summary>
/// <param name="Benefit">Weighted mean score of the benefits, 0 to 100.</param>
/// <param name="Cost">Weighted mean score of the costs, 0 to 100.</param>
/// <param name="Difference">Benefit less cost, points; Student's interval over respondents.</param>
/// <param name="Test">Of no difference.</param>
/// <param name="Ratio">Benefit over cost, of means, delta method; withheld when the costs' interval reaches 0.</param>
/// <remarks>Kotler (1994), Marketing Management, 8th ed., ch. 2.</remarks>
public sealed record DeliveredValue(Estimate Benefit, Estimate Cost, Estimate Difference, StudentTest Test, Estimate Ratio)
{
    /// <summary>Computes the value.</summary>
    /// <param name="data">Complete in the columns used.</param>
    /// <param name="questions">Which columns ask what.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <exception cref="DataRefused">A value is missing or off the scale, weights are negative or all 0, or there is a single row.</exception>
    public static DeliveredValue Fit(Observations data, ValueQuestions questions, double confidence = 0.95)
    {
        var (benefits, costs) = (Shares(questions.Benefits, "benefits"), Shares(questions.Costs, "costs"));
        string[] columns = [.. questions.Benefits.Concat(questions.Costs).Select(q => q.Column)];
        var rows = WeightedRows.Of(data.Select([.. columns, .. questions.Weight is { } w ? [w] : Array.Empty<string>()]), questions.Weight);
        if (rows.N < 2) throw new DataRefused(DataFault.TooFewRows, $"{rows.N} complete rows are too few: at least 2 are needed.");
        var means = DesignMeans.Of([.. columns.Select(c => ScoreColumn.Of(rows.Columns, c, questions.From, questions.To))], rows.Weights);
        double[] got = [.. benefits, .. costs.Select(_ => 0.0)], paid = [.. benefits.Select(_ => 0.0), .. costs];
        var difference = means.Linear([.. got.Zip(paid, (b, c) => b - c)], confidence);
        return new(means.Linear(got, confidence), means.Linear(paid, confidence), difference, StudentTest.Of(difference), means.Ratio(got, paid, confidence));
    }

    static double[] Shares(IReadOnlyList<(string Column, double Weight)> questions, string what)
    {
        var total = questions.Sum(q => q.Weight);
        if (questions.Any(q => !(q.Weight >= 0)) || !(total > 0) || !double.IsFinite(total))
            throw new DataRefused(DataFault.BadWeights, $"The weights of the {what} are not negative, and not all 0.", [.. questions.Select(q => q.Column)]);
        return [.. questions.Select(q => q.Weight / total)];
    }
}

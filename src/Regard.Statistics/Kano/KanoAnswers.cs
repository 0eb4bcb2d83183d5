namespace Regard.Statistics;

/// <summary>Answers to functional and dysfunctional questions, a row for each respondent and feature.</summary>
/// <param name="Data">Holds the two columns of answers, 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike.</param>
/// <param name="Features">The feature of each row.</param>
/// <param name="Functional">Column: how it would be with the feature.</param>
/// <param name="Dysfunctional">Column: how it would be without it.</param>
/// <param name="Respondents">The respondent of each row, so that nobody is counted twice; null when unknown.</param>
public sealed record KanoAnswers(Observations Data, IReadOnlyList<string> Features, string Functional, string Dysfunctional, IReadOnlyList<string>? Respondents = null)
{
    /// <summary>Pairs of answers by feature, in the order in which features first come.</summary>
    internal IEnumerable<IGrouping<string, (int Functional, int Dysfunctional)>> Pairs()
    {
        if (Features.Count != Data.Rows || (Respondents?.Count ?? Data.Rows) != Data.Rows) throw new DataRefused(DataFault.BadSpecification, $"{Data.Rows} rows need as many features and respondents.");
        int[] with = Checked(Functional), without = Checked(Dysfunctional);
        if (Respondents is { } who && Features.Zip(who).GroupBy(x => x).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DataRefused(DataFault.TwiceNamed, $"Respondent {twice.Key.Second} answered {twice.Key.First} twice.");
        return Enumerable.Range(0, Data.Rows).GroupBy(i => Features[i], i => (with[i], without[i]));
    }

    int[] Checked(string column)
    {
        var values = Data[column].ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) throw new DataRefused(DataFault.Missing, $"The column {column} has missing values.", column);
            if (values[i] is not (1 or 2 or 3 or 4 or 5)) throw new DataRefused(DataFault.OutOfRange, $"{column} has the answer {values[i]}: answers are 1 (like), 2 (must be), 3 (neutral), 4 (live with), 5 (dislike).", column);
        }
        return [.. values.Select(v => (int)v)];
    }
}

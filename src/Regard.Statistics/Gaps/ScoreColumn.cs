namespace Regard.Statistics;

static class ScoreColumn
{
    /// <summary>A column's answers as scores, 0 to 100.</summary>
    /// <exception cref="DataRefused">An answer is missing or off the scale.</exception>
    public static double?[] Of(Observations data, string name, double from, double to)
    {
        if (!(from < to)) throw new DataRefused(DataFault.BadSpecification, $"The scale's lowest answer {from} is not under its highest {to}.");
        var column = data[name];
        var scores = new double?[data.Rows];
        for (var i = 0; i < scores.Length; i++)
        {
            if (double.IsNaN(column[i])) throw new DataRefused(DataFault.Missing, $"The column {name} has missing values.", name);
            if (column[i] < from || column[i] > to) throw new DataRefused(DataFault.OutOfRange, $"{name} has the answer {column[i]}, off the scale {from} to {to}.", name);
            scores[i] = 100 * (column[i] - from) / (to - from);
        }
        return scores;
    }
}

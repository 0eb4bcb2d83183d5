namespace Regard.Statistics;

/// <summary>Means of units by period, with the rows behind each, and when each unit's treatment began.</summary>
sealed class Panel
{
    /// <summary>Start of a unit that was never treated.</summary>
    public const int Never = int.MaxValue;

    readonly double[,] means, rows;

    Panel(double[] periods, int[] starts, double[,] means, double[,] rows) => (Periods, Starts, this.means, this.rows) = (periods, starts, means, rows);

    public double[] Periods { get; }

    /// <summary>By unit: index of its first treated period.</summary>
    public int[] Starts { get; }

    public int Units => Starts.Length;

    public double Mean(int unit, int period) => means[unit, period];

    /// <summary>0 where the unit was not measured.</summary>
    public double Rows(int unit, int period) => rows[unit, period];

    public bool Measured(int unit, int period) => rows[unit, period] > 0;

    /// <summary>Mean over the measured periods from..to (to excluded); null when there is none.</summary>
    public double? Mean(int unit, int from, int to)
    {
        var (sum, count) = (0.0, 0);
        for (var t = from; t < to; t++)
            if (Measured(unit, t)) (sum, count) = (sum + means[unit, t], count + 1);
        return count == 0 ? null : sum / count;
    }

    /// <summary>The periods before <paramref name="to"/>, with treatment put to start at <paramref name="placebo"/> where given.</summary>
    public Panel Before(int to, int? placebo = null)
    {
        var starts = Starts.Select(s => s == Never ? Never : placebo ?? s).ToArray();
        return new(Periods[..to], starts, means, rows);
    }

    public static Panel Of(Observations data, PanelColumns columns)
    {
        var used = data.Select(columns.Unit, columns.Period, columns.Outcome, columns.Treated);
        if (used.Rows < 4) throw new DataRefused(DataFault.TooFewRows, $"{used.Rows} rows are too few: two units in two periods are the least.");
        foreach (var name in used.Names)
            if (used[name].ToArray().Any(double.IsNaN)) throw new DataRefused(DataFault.Missing, $"The column {name} has missing values.", name);
        var (unit, period, outcome, treated) = (used[columns.Unit].ToArray(), used[columns.Period].ToArray(), used[columns.Outcome].ToArray(), used[columns.Treated].ToArray());
        if (outcome.Distinct().Count() == 1) throw new DataRefused(DataFault.Constant, $"All values of {columns.Outcome} are {outcome[0]}: there is nothing to explain.", columns.Outcome);
        if (treated.Any(d => d is not (0 or 1))) throw new DataRefused(DataFault.OutOfRange, $"The column {columns.Treated} holds something other than 0 and 1.", columns.Treated);

        var (units, periods) = (unit.Distinct().Order().ToArray(), period.Distinct().Order().ToArray());
        var (means, rows, on) = (new double[units.Length, periods.Length], new double[units.Length, periods.Length], new double[units.Length, periods.Length]);
        // The order of rows must not show in the last digit.
        foreach (var i in Enumerable.Range(0, unit.Length).OrderBy(i => outcome[i]))
        {
            var (u, t) = (Array.BinarySearch(units, unit[i]), Array.BinarySearch(periods, period[i]));
            rows[u, t]++;
            means[u, t] += outcome[i];
            on[u, t] += treated[i];
        }
        for (var u = 0; u < units.Length; u++)
            for (var t = 0; t < periods.Length; t++)
            {
                if (rows[u, t] == 0) continue;
                means[u, t] /= rows[u, t];
                if (on[u, t] != 0 && on[u, t] != rows[u, t]) throw new DataRefused(DataFault.BadSpecification, $"A unit is both treated and not in one period, by the column {columns.Treated}.", columns.Treated);
            }
        return new(periods, [.. units.Select((_, u) => Start(u, periods, rows, on, columns))], means, rows);
    }

    static int Start(int u, double[] periods, double[,] rows, double[,] on, PanelColumns columns)
    {
        int[] seen = [.. Enumerable.Range(0, periods.Length).Where(t => rows[u, t] > 0)];
        int[] treated = [.. seen.Where(t => on[u, t] > 0)];
        if (treated.Length == 0) return Never;
        if (treated.Length == seen.Length)
        {
            if (columns.From is not { } from) return treated[0];
            var at = Array.FindIndex(periods, p => p >= from);
            return at < 0 ? periods.Length : at;
        }
        return seen.All(t => (t >= treated[0]) == on[u, t] > 0)
            ? treated[0] : throw new DataRefused(DataFault.BadSpecification, $"A treatment ends again in the column {columns.Treated}: only treatments that stay can be judged.", columns.Treated);
    }
}

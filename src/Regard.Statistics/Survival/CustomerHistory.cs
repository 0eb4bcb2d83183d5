namespace Regard.Statistics;

/// <summary>A customer's time under observation, and what changed meanwhile: complained, recovered, moved to another grade.</summary>
/// <param name="From">Start, under <paramref name="Until"/>.</param>
/// <param name="Until">End of observation.</param>
/// <param name="Left">Whether it ended because the customer left.</param>
/// <param name="Values">Of each covariate at the start.</param>
/// <param name="Changes">In any order; what lies at or before the start is its state at the start, what lies at or after the end plays no part.</param>
public sealed record CustomerHistory(double From, double Until, bool Left, IReadOnlyList<double> Values, IReadOnlyList<StateChange> Changes)
{
    /// <summary>Histories as rows of stretches without change, for <see cref="CoxRegression"/>: columns from, until, left, customer and the covariates.</summary>
    /// <param name="histories">One a customer.</param>
    /// <param name="covariates">Names of the covariates.</param>
    /// <exception cref="DataRefused">A history ends before it begins, or has more or fewer values than there are covariates.</exception>
    public static Observations Stretches(IReadOnlyList<CustomerHistory> histories, IReadOnlyList<string> covariates)
    {
        var columns = Enumerable.Range(0, 4 + covariates.Count).Select(_ => new List<double>()).ToArray();
        foreach (var (customer, history) in histories.Index())
        {
            if (!(history.From < history.Until)) throw new DataRefused(DataFault.OutOfRange, $"Customer {customer + 1} ends ({history.Until}) before having begun ({history.From}).");
            if (history.Values.Count != covariates.Count || history.Changes.Any(c => c.Column < 0 || c.Column >= covariates.Count))
                throw new DataRefused(DataFault.BadSpecification, $"Customer {customer + 1} needs {covariates.Count} values, one for each of {string.Join(", ", covariates)}.");
            double[] values = [.. history.Values];
            StateChange[] changes = [.. history.Changes.OrderBy(c => c.Time)];
            var (at, from) = (0, history.From);
            for (; at < changes.Length && changes[at].Time <= from; at++) values[changes[at].Column] = changes[at].Value;
            while (true)
            {
                var until = at < changes.Length && changes[at].Time < history.Until ? changes[at].Time : history.Until;
                double[] row = [from, until, history.Left && until == history.Until ? 1 : 0, customer, .. values];
                for (var j = 0; j < row.Length; j++) columns[j].Add(row[j]);
                if (until == history.Until) break;
                for (; at < changes.Length && changes[at].Time == until; at++) values[changes[at].Column] = changes[at].Value;
                from = until;
            }
        }
        return Observations.Of(["from", "until", "left", "customer", .. covariates], [.. columns.Select(c => c.ToArray())]);
    }

    /// <summary>The columns of <see cref="Stretches"/>, errors robust within customers.</summary>
    public static SurvivalColumns Columns { get; } = new("until", "left", "from", Cluster: "customer");
}

namespace Regard.Statistics;

/// <summary>What recovery saved: value retained by complainants who were recovered, less what they would have retained at the rate of the others.</summary>
/// <param name="RecoveredRetained">Value retained of value at stake among the recovered, 0 to 1, ratio of means.</param>
/// <param name="OthersRetained">The same among complainants not recovered.</param>
/// <param name="Difference">Of the two shares.</param>
/// <param name="Saved">The difference times the value at stake among the recovered, in the unit of the value. An association: who is recovered is seldom left to chance.</param>
/// <param name="AtStake">Value at stake among the recovered.</param>
public sealed record SavedValue(Estimate RecoveredRetained, Estimate OthersRetained, Estimate Difference, Estimate Saved, double AtStake)
{
    const int Fewest = 5;

    /// <summary>Works it out.</summary>
    /// <param name="data">A row a complainant.</param>
    /// <param name="value">Column of the lifetime value expected before the complaint, 0 or more.</param>
    /// <param name="retained">Column of 1 for those still there, 0 for those who left; shares between are allowed.</param>
    /// <param name="recovered">Column of 1 for those recovered, 0 for the others.</param>
    /// <param name="confidence">Between 0 and 1, e.g. 0.95.</param>
    /// <remarks>Ratio means with Taylor linearised errors (Cochran 1977, section 6.3), intervals Wilson's at the n that the error implies; groups independent, <see cref="ShareDifference"/>.</remarks>
    /// <exception cref="DataRefused">Values missing or out of range, or under five complainants with value in either group.</exception>
    public static SavedValue Of(Observations data, string value, string retained, string recovered, double confidence = 0.95)
    {
        var rows = data.Select(value, retained, recovered);
        foreach (var name in rows.Names)
            foreach (var x in rows[name])
            {
                if (double.IsNaN(x)) throw new DataRefused(DataFault.Missing, $"The column {name} has missing values.", name);
                if (x < 0 || (name != value && x > 1) || (name == recovered && x is not (0 or 1))) throw new DataRefused(DataFault.OutOfRange, $"The column {name} holds {x}, which is out of its range.", name);
            }
        (Estimate Share, double Stake) Group(double which)
        {
            int[] members = [.. Enumerable.Range(0, rows.Rows).Where(i => rows[2][i] == which && rows[0][i] > 0)];
            if (members.Length < Fewest) throw new DataRefused(DataFault.TooFewRows, $"{members.Length} complainants with {recovered} {which} and a value are too few: at least {Fewest} are needed.", recovered);
            double stake = members.Sum(i => rows[0][i]), share = Math.Min(1, members.Sum(i => rows[0][i] * rows[1][i]) / stake), n = members.Length;
            var variance = n / (n - 1) * members.Sum(i => Math.Pow(rows[0][i] * (rows[1][i] - share), 2)) / (stake * stake);
            return (Wilson.Share(share, Math.Sqrt(variance), members.Length, stake * stake / members.Sum(i => rows[0][i] * rows[0][i]), confidence), stake);
        }
        var (kept, others) = (Group(1), Group(0));
        var difference = ShareDifference.Of(kept.Share, others.Share).Difference;
        return new(kept.Share, others.Share, difference, difference.Rescaled(kept.Stake), kept.Stake);
    }
}

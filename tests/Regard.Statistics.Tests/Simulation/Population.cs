namespace Regard.Statistics.Tests.Simulation;

/// <summary>
/// Customers who answer alike: three expected (slots 0-2), three perceived (3-5) and five importance items (6-10), all 0 to 10.
/// Drawn once from a seed, so that the true means of all of them are known exactly.
/// </summary>
sealed class Population
{
    public const int Slots = 11, Size = 5000;
    readonly byte[][] people = new byte[Size][];
    readonly double[] reach = new double[Size];
    readonly double[] cumulative = new double[Size];

    public Population(int seed)
    {
        var chance = Draws.Seeded(seed).Of(0);
        for (var i = 0; i < Size; i++)
        {
            var (mood, taste) = (chance.Normal(), chance.Normal());
            people[i] = new byte[Slots];
            for (var j = 0; j < Slots; j++)
            {
                var level = j < 3 ? 7.5 + 0.8 * mood : j < 6 ? 7 + 1.4 * mood + 0.6 * taste : 3 + j % 4 + (j % 2 == 0 ? 1 : -1) * taste;
                people[i][j] = (byte)Math.Clamp(Math.Round(level + 1.3 * chance.Normal()), 0, 10);
            }
            // The discontented are easier to reach: an unweighted mean would be wrong.
            reach[i] = Math.Exp(-0.4 * mood);
            cumulative[i] = reach[i] + (i > 0 ? cumulative[i - 1] : 0);
        }
    }

    public double Mean(params int[] slots) => slots.Average(j => people.Average(p => p[j]));

    public double Share(int slot, Func<byte, bool> counts) => (double)people.Count(p => counts(p[slot])) / Size;

    /// <summary>A sample with replacement; each answer is missing with the given chance.</summary>
    public Moments Sample(int n, ref DrawStream draws, double missing, bool weighted)
    {
        var (builder, row) = (new MomentsBuilder(Slots), new byte[Slots]);
        for (var i = 0; i < n; i++)
        {
            var who = weighted ? Reached(draws.Uniform()) : (int)(draws.Uniform() * Size);
            for (var j = 0; j < Slots; j++) row[j] = draws.Uniform() < missing ? Moments.Missing : people[who][j];
            builder.Add(row, weighted ? 1 / reach[who] : 1);
        }
        return builder.ToMoments();
    }

    int Reached(double uniform)
    {
        var at = Array.BinarySearch(cumulative, uniform * cumulative[^1]);
        return at < 0 ? ~at : at;
    }
}

using MathNet.Numerics;

namespace Regard.Statistics;

/// <summary>Kano classes of features, with how sure each is.</summary>
/// <param name="Features">In the order in which they first come.</param>
public sealed record KanoAnalysis(IReadOnlyList<KanoFeature> Features)
{
    static readonly KanoClass[] Classes = Enum.GetValues<KanoClass>();
    static readonly double[] Liking = [4, 2, 0, -1, -2];

    /// <summary>Classifies features.</summary>
    /// <param name="answers">Complete pairs of answers.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="DataRefused">An answer is missing or not 1 to 5, a respondent comes twice, or a feature has a single answer.</exception>
    public static KanoAnalysis Fit(KanoAnswers answers, KanoOptions? options = null)
    {
        options ??= new();
        if (options.Resamples < 40) throw new DataRefused(DataFault.BadSpecification, $"{options.Resamples} draws are too few: at least 40 are needed.");
        return new([.. answers.Pairs().Select((pairs, at) => Read(pairs.Key, [.. pairs], options.Draws.For(at), options))]);
    }

    static KanoFeature Read(string name, (int Functional, int Dysfunctional)[] pairs, Draws draws, KanoOptions options)
    {
        var n = pairs.Length;
        if (n < 2) throw new DataRefused(DataFault.TooFewRows, $"{name} has a single answer: at least 2 are needed.", name);
        var counts = new long[Classes.Length];
        foreach (var (with, without) in pairs) counts[(int)KanoTable.Class(with, without)]++;
        long Of(KanoClass kind) => counts[(int)kind];
        var (a, o, m, i) = (Of(KanoClass.Attractive), Of(KanoClass.OneDimensional), Of(KanoClass.MustBe), Of(KanoClass.Indifferent));
        var order = Classes.OrderByDescending(Of).ToArray();
        var (first, second) = (Of(order[0]), Of(order[1]));
        var chances = Chances(counts, draws, options.Resamples);
        return new()
        {
            Name = name, N = n, Class = order[0],
            Counts = Classes.ToDictionary(k => k, Of), Chances = Classes.ToDictionary(k => k, k => chances[(int)k]),
            Better = Wilson.Share(a + o, a + o + m + i, options.Confidence), Worse = Wilson.Share(o + m, a + o + m + i, options.Confidence).Rescaled(-1),
            Difference = first - second, Critical = 1.65 * Math.Sqrt((first + second) * (2.0 * n - first - second) / (2.0 * n)), PValue = Sign(first, second),
            TotalStrength = (double)(a + o + m) / n,
            FunctionalMean = Mean([.. pairs.Select(p => Liking[p.Functional - 1])], options.Confidence),
            DysfunctionalMean = Mean([.. pairs.Select(p => Liking[5 - p.Dysfunctional])], options.Confidence),
        };
    }

    static double[] Chances(long[] counts, Draws draws, int resamples)
    {
        var (hits, stream) = (new int[counts.Length], draws.Of(0));
        for (var b = 0; b < resamples; b++)
        {
            var (best, most) = (0, -1.0);
            for (var k = 0; k < counts.Length; k++)
                if (ChiSquareDraw.Next(ref stream, 2 * counts[k] + 1) is var share && share > most) (best, most) = (k, share);
            hits[best]++;
        }
        return [.. hits.Select(h => (double)h / resamples)];
    }

    static double Sign(long first, long second) => first == second ? 1 : Math.Min(1, 2 * SpecialFunctions.BetaRegularized(first, second + 1, 0.5));

    static Estimate Mean(double[] values, double confidence) =>
        DesignMeans.Of([[.. values.Select(v => (double?)v)]]).Mean(0, confidence);
}

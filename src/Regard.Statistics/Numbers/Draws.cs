namespace Regard.Statistics;

/// <summary>Chance from a seed. Every resample has a stream of its own, so that any number of threads gives the same numbers.</summary>
public sealed class Draws
{
    readonly ulong seed;

    Draws(ulong seed) => this.seed = seed;

    /// <summary>Draws that the seed determines.</summary>
    /// <param name="seed">Any number.</param>
    public static Draws Seeded(long seed) => new((ulong)seed);

    /// <summary>The stream of a resample.</summary>
    /// <param name="resample">0 or more.</param>
    public DrawStream Of(long resample) => new(Mixed(seed) ^ Mixed((ulong)resample + 0x9E3779B97F4A7C15));

    /// <summary>Draws for another purpose under the same seed: unlike those of any other purpose.</summary>
    /// <param name="purpose">Any number.</param>
    public Draws For(long purpose) => new(Mixed(seed + 0xD1B54A32D192ED03 * ((ulong)purpose + 1)));

    /// <remarks>SplitMix64: Steele, Lea and Flood (2014), OOPSLA 49, 453-472.</remarks>
    internal static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}

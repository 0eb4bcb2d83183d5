using System.Numerics;

namespace Regard.Statistics;

/// <summary>One stream of random numbers. Mutable: pass by reference.</summary>
/// <remarks>xoshiro256**: Blackman and Vigna (2021), ACM Transactions on Mathematical Software 47(4), 36.</remarks>
public struct DrawStream
{
    ulong a, b, c, d;

    internal DrawStream(ulong seed)
    {
        a = Draws.Mixed(seed);
        b = Draws.Mixed(a);
        c = Draws.Mixed(b);
        d = Draws.Mixed(c);
    }

    ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>A whole number, 0 to <paramref name="below"/> - 1, each as likely.</summary>
    /// <param name="below">1 or more.</param>
    /// <remarks>Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29(1), 3.</remarks>
    public int Below(int below)
    {
        var range = (uint)below;
        var product = (Next() >> 32) * range;
        if ((uint)product < range)
            for (var threshold = (0u - range) % range; (uint)product < threshold;) product = (Next() >> 32) * range;
        return (int)(product >> 32);
    }

    /// <summary>Between 0 (possible) and 1 (not).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>Standard normal.</summary>
    /// <remarks>Polar method: Marsaglia and Bray (1964), SIAM Review 6, 260-264.</remarks>
    public double Normal()
    {
        double u, s;
        do
        {
            u = 2 * Uniform() - 1;
            var v = 2 * Uniform() - 1;
            s = u * u + v * v;
        }
        while (s is >= 1 or 0);
        return u * Math.Sqrt(-2 * Math.Log(s) / s);
    }

    /// <summary>Draws as many rows as there are, each as likely, with repetition.</summary>
    /// <param name="rows">Filled with 0 to its length - 1.</param>
    public void Resample(Span<int> rows)
    {
        for (var i = 0; i < rows.Length; i++) rows[i] = Below(rows.Length);
    }

    /// <summary>Puts the values in an order of which each is as likely.</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }
}

namespace Regard.Statistics;

/// <summary>The answer scale of a slot: from its lowest to its highest answer, e.g. 1 to 10.</summary>
/// <param name="From">Lowest answer; stored as byte 0.</param>
/// <param name="To">Highest answer, over <paramref name="From"/> by at most 254.</param>
/// <param name="Reversed">True when a high answer is bad (effort, trouble), so that the score is turned.</param>
public readonly record struct Scale(int From, int To, bool Reversed = false)
{
    /// <summary>Steps from the lowest to the highest answer.</summary>
    /// <exception cref="InvalidOperationException">The scale has no or too many steps.</exception>
    public int Steps => To - From is var steps and > 0 and < Moments.Missing
        ? steps : throw new InvalidOperationException($"A scale has 1 to 254 steps, not {From} to {To}.");

    /// <summary>Reads a slot as a score, 0 to 100, higher is better.</summary>
    public Reading Score => Reversed ? new(100, -100.0 / Steps) : new(0, 100.0 / Steps);

    /// <summary>Reads a slot as the answer that was given.</summary>
    public Reading Answer => new(From, 1);
}

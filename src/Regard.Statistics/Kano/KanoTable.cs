namespace Regard.Statistics;

/// <summary>The evaluation table.</summary>
/// <remarks>Kano, Seraku, Takahashi and Tsuji (1984), Journal of the Japanese Society for Quality Control 14(2), 39-48; table as in Berger et al. (1993), Center for Quality Management Journal 2(4), 3-35.</remarks>
public static class KanoTable
{
    // A row for each functional answer, a column for each dysfunctional one: 1 like, 2 must-be, 3 neutral, 4 live with, 5 dislike.
    static readonly string[] rows = ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"];

    /// <summary>The class of one pair of answers.</summary>
    /// <param name="functional">How it would be with the feature: 1 like, 2 must be, 3 neutral, 4 live with, 5 dislike.</param>
    /// <param name="dysfunctional">How it would be without it, likewise.</param>
    /// <exception cref="ArgumentOutOfRangeException">An answer is outside 1 to 5.</exception>
    public static KanoClass Class(int functional, int dysfunctional)
    {
        if (functional is < 1 or > 5) throw new ArgumentOutOfRangeException(nameof(functional), functional, "Answers are 1 to 5.");
        if (dysfunctional is < 1 or > 5) throw new ArgumentOutOfRangeException(nameof(dysfunctional), dysfunctional, "Answers are 1 to 5.");
        return (KanoClass)"MOAIRQ".IndexOf(rows[functional - 1][dysfunctional - 1], StringComparison.Ordinal);
    }

    /// <summary>The letter of a class: M, O, A, I, R or Q.</summary>
    public static char Letter(KanoClass kind) => "MOAIRQ"[(int)kind];
}

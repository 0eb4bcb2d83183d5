namespace Regard.Statistics;

/// <summary>Units that are drawn with repetition (rows, or blocks of rows), and the sums over a draw.</summary>
abstract class SumSource(SumsLayout layout, int units, MissingAnswers missing, double[] pivots, double[] counts)
{
    public SumsLayout Layout => layout;
    public int Units => units;
    public MissingAnswers Missing => missing;
    /// <summary>What was subtracted from each item.</summary>
    public double[] Pivots => pivots;
    /// <summary>Rows that have both answers, items x items, of the whole: the factor n / (n - 1) of weighted pairs. Empty where the sums tell.</summary>
    public double[] Counts => counts;

    /// <summary>Length of the memory for multiplicities.</summary>
    public virtual int Padded => units;

    /// <summary>Adds up units, each as many times as said.</summary>
    /// <param name="multiplicities">One a unit, then 0; may be overwritten.</param>
    /// <param name="sums">Overwritten.</param>
    public abstract void Sum(Span<double> multiplicities, Span<double> sums);
}

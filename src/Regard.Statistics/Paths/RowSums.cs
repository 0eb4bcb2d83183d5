namespace Regard.Statistics;

/// <summary>Rows as units.</summary>
sealed class RowSums : SumSource
{
    readonly double[] columns;
    readonly double[]? weights;

    public RowSums(AnswerRows rows, MissingAnswers missing, double[] counts) : base(rows.Layout, rows.Rows, missing, rows.Pivots.ToArray(), counts)
    {
        Padded = CrossProducts.Padded(rows.Rows);
        columns = new double[Layout.Columns * Padded];
        rows.Copy([.. Enumerable.Range(0, rows.Rows)], columns, Padded);
        if (rows.Weighted) weights = [.. Enumerable.Range(0, rows.Rows).Select(rows.Weight)];
    }

    public override int Padded { get; }

    public override void Sum(Span<double> multiplicities, Span<double> sums)
    {
        for (var i = 0; i < weights?.Length; i++) multiplicities[i] *= weights[i];
        sums.Clear();
        CrossProducts.Add(columns, Padded, multiplicities, Layout, sums);
    }
}

namespace Regard.Statistics;

/// <summary>Draws covariances as samples of a normal population have them: what is left to resample when there are moments and no rows.</summary>
/// <remarks>Bartlett (1933), Proceedings of the Royal Society of Edinburgh 53, 260-283.</remarks>
sealed class WishartDraw
{
    readonly double[] lower, drawn, product, factor;
    readonly int order;
    readonly double freedom;

    /// <param name="correlations">Positive semidefinite, row major.</param>
    /// <param name="freedom">Effective n - 1, over the order.</param>
    /// <exception cref="DataRefused">The correlations are not positive definite.</exception>
    public WishartDraw(double[] correlations, double freedom)
    {
        (order, this.freedom) = ((int)Math.Sqrt(correlations.Length), freedom);
        (lower, drawn, product, factor) = (new double[correlations.Length], new double[correlations.Length], new double[correlations.Length], new double[correlations.Length]);
        Correlations = new double[correlations.Length];
        if (!DriverResample.Standardise(correlations, Correlations, lower))
            throw new DataRefused(DataFault.Collinear, "The correlations determine or contradict each other: no sample has them.");
    }

    public double[] Correlations { get; }

    public bool Draw(DrawStream stream)
    {
        for (var a = 0; a < order; a++)
        {
            for (var b = 0; b < a; b++) drawn[a * order + b] = stream.Normal();
            drawn[a * order + a] = Math.Sqrt(ChiSquareDraw.Next(ref stream, freedom - a));
        }
        // Rows of (L A): with their own products they are the drawn covariances.
        for (var a = 0; a < order; a++)
            for (var b = 0; b <= a; b++)
            {
                var sum = 0.0;
                for (var m = b; m <= a; m++) sum += lower[a * order + m] * drawn[m * order + b];
                factor[a * order + b] = sum;
            }
        for (var a = 0; a < order; a++)
            for (var b = 0; b <= a; b++)
            {
                var sum = 0.0;
                for (var m = 0; m <= b; m++) sum += factor[a * order + m] * factor[b * order + m];
                product[a * order + b] = product[b * order + a] = sum;
            }
        return DriverResample.Standardise(product, Correlations, drawn);
    }
}

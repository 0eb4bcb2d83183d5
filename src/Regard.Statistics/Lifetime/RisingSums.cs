namespace Regard.Statistics;

/// <summary>Logarithms of rising factorials, ln(c) + ln(c + 1) + ... with n terms, that is ln Gamma(c + n) / Gamma(c), with two derivatives by c.</summary>
sealed class RisingSums
{
    readonly double[] value, first, second;

    /// <param name="c">Over 0.</param>
    /// <param name="most">Terms at most.</param>
    public RisingSums(double c, int most)
    {
        (value, first, second) = (new double[most + 1], new double[most + 1], new double[most + 1]);
        for (var k = 0; k < most; k++)
        {
            var inverse = 1 / (c + k);
            value[k + 1] = value[k] + Math.Log(c + k);
            first[k + 1] = first[k] + inverse;
            second[k + 1] = second[k] - inverse * inverse;
        }
    }

    public double Value(int terms) => value[terms];
    public double First(int terms) => first[terms];
    public double Second(int terms) => second[terms];
}

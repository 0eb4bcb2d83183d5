namespace Regard.Statistics;

/// <summary>The customers at risk at one time somebody left, as sums; reused from time to time.</summary>
sealed class RiskSet(int covariates)
{
    public double Time;
    public int Stratum;

    /// <summary>Places in the order of the rows of those who left.</summary>
    public readonly List<int> Left = [];

    /// <summary>Mean weight of those who left.</summary>
    public double Weight;

    /// <summary>Sums over those at risk of r, r x and r x x' (lower triangle), r = w exp(eta).</summary>
    public double S0;
    public readonly double[] S1 = new double[covariates], S2 = new double[covariates * covariates];

    /// <summary>The same over those who left.</summary>
    public double D0;
    public readonly double[] D1 = new double[covariates], D2 = new double[covariates * covariates];

    /// <summary>Sums over ties, f = l / d for Efron and 0 for Breslow: w / den, w f / den, and w / den^2, w f / den^2, w f^2 / den^2.</summary>
    public double A0, A1, B0, B1, B2;

    /// <summary>Sum of w log den.</summary>
    public double LogSum;

    public void Settle(Ties ties)
    {
        (A0, A1, B0, B1, B2, LogSum) = (0, 0, 0, 0, 0, 0);
        var d = Left.Count;
        for (var l = 0; l < d; l++)
        {
            var f = ties == Ties.Efron ? (double)l / d : 0;
            var one = 1 / (S0 - f * D0);
            LogSum -= Weight * Math.Log(one);
            A0 += Weight * one;
            A1 += Weight * one * f;
            B0 += Weight * one * one;
            B1 += Weight * one * one * f;
            B2 += Weight * one * one * f * f;
        }
    }

    /// <summary>What this time adds to the information at a place of its lower triangle.</summary>
    public double Information(int a, int b) =>
        A0 * S2[a * S1.Length + b] - A1 * D2[a * S1.Length + b] - (B0 * S1[a] * S1[b] - B1 * (S1[a] * D1[b] + D1[a] * S1[b]) + B2 * D1[a] * D1[b]);

    /// <summary>What those who left are expected to have in a covariate, summed over them.</summary>
    public double Expected(int a) => A0 * S1[a] - A1 * D1[a];
}

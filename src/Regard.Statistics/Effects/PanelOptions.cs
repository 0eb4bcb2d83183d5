namespace Regard.Statistics;

/// <summary>How <see cref="PanelEffect"/> judges.</summary>
public sealed record PanelOptions
{
    /// <summary>False when a lower outcome is better (complaints, waiting).</summary>
    public bool HigherIsBetter { get; init; } = true;

    /// <summary>Whom units are compared with when treatment starts at different times: only those never treated (true), or also those not treated yet.</summary>
    public bool NeverTreatedOnly { get; init; }

    /// <summary>Between 0 and 1; 0.95 lets 2.5 % of useless treatments pass as effective.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The p value of the pre-trend test under which units are not called comparable.</summary>
    public double BrokenUnder { get; init; } = 0.05;

    /// <summary>Resamples of the wild bootstrap, 1 or more.</summary>
    public int Resamples { get; init; } = 1999;

    /// <summary>Of the wild bootstrap.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);
}

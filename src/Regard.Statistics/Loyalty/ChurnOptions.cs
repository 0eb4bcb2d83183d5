namespace Regard.Statistics;

/// <summary>How a risk model is fitted and tested.</summary>
public sealed record ChurnOptions
{
    /// <summary>Rows kept for the test; null to test on the rows fitted to, which flatters.</summary>
    public HeldOutRows? HeldOut { get; init; }

    /// <summary>Penalties of the fit, see there.</summary>
    public LogisticOptions Fit { get; init; } = new();

    /// <summary>True to choose the ridge penalty by cross-validation within the rows fitted to.</summary>
    public bool ChooseRidge { get; init; }

    /// <summary>True to choose the lasso penalty likewise: the simplest model within one standard error of the best.</summary>
    public bool ChooseLasso { get; init; }

    /// <summary>Deals rows to the folds of the cross-validation.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);

    /// <summary>Folds of the cross-validation, 2 or more.</summary>
    public int Folds { get; init; } = 10;

    /// <summary>Name of the data for the model card.</summary>
    public string Data { get; init; } = "";

    /// <summary>Day of the fit for the model card.</summary>
    public DateOnly? On { get; init; }
}

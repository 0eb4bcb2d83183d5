namespace Regard.Statistics;

/// <summary>What counts as the value of a customer.</summary>
public sealed record ValueOptions
{
    /// <summary>Horizon, 0 or more; infinite where the model allows it (Pareto/NBD with a discount).</summary>
    public double Weeks { get; init; } = 52;

    /// <summary>Continuous rate of discount a week, 0 or more: ln(1.15) / 52 for 15 % a year.</summary>
    public double WeeklyRate { get; init; }

    /// <summary>Share of an amount that is kept, over 0: 1 values turnover.</summary>
    public double Margin { get; init; } = 1;

    /// <summary>Coverage that <see cref="ValueForecast"/> aims at, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.8;

    /// <summary>Futures drawn for each customer, 40 or more.</summary>
    public int Samples { get; init; } = 1000;

    /// <summary>Of the futures.</summary>
    public Draws Draws { get; init; } = Draws.Seeded(1);

    internal ValueOptions Checked()
    {
        if (!(Weeks >= 0)) throw new DataRefused(DataFault.BadSpecification, $"A horizon of {Weeks} weeks is none: 0 or more.");
        if (!(double.IsFinite(WeeklyRate) && WeeklyRate >= 0)) throw new DataRefused(DataFault.BadSpecification, $"A discount of {WeeklyRate} a week is none: 0 or more.");
        if (!(double.IsFinite(Margin) && Margin > 0)) throw new DataRefused(DataFault.BadSpecification, $"A margin of {Margin} is none: over 0.");
        if (!(Confidence is > 0 and < 1)) throw new DataRefused(DataFault.BadSpecification, "Confidence lies between 0 and 1.");
        return Samples >= 40 ? this : throw new DataRefused(DataFault.BadSpecification, $"{Samples} futures are too few: at least 40 are needed.");
    }
}

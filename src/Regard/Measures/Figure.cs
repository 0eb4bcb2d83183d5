using System.Text.Json.Serialization;
using Regard.Statistics;
namespace Regard.Measures;

/// <summary>Why a number is not shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Withheld>))]
public enum Withheld
{
    /// <summary>It is shown.</summary>
    No,
    /// <summary>Fewer answers than the reporting minimum.</summary>
    TooFew,
    /// <summary>Enough answers, but with the numbers around it, it would give a smaller group away.</summary>
    Protecting,
    /// <summary>Nobody answered this.</summary>
    Unmeasured,
    /// <summary>The ratio has no bounds: what was expected lies too near zero.</summary>
    NoBounds,
}

/// <summary>A number as people see it: with its interval and n, or without any of them and the reason why.</summary>
public sealed record Figure
{
    public double? Value { get; init; }
    public double? StandardError { get; init; }
    /// <summary>Bounds of the 95 % interval.</summary>
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double? DegreesOfFreedom { get; init; }
    public long? N { get; init; }
    public double? EffectiveN { get; init; }
    public Withheld Withheld { get; init; }

    [JsonIgnore] public bool Given => Withheld == Withheld.No;

    public static Figure Without(Withheld reason) => new() { Withheld = reason };

    public static Figure Of(Estimate e, long minimum) => e switch
    {
        { N: 0 } => Without(Withheld.Unmeasured),
        _ when e.N < minimum => Without(Withheld.TooFew),
        { Withheld: false } => new()
        {
            Value = e.Value, StandardError = e.StandardError, Lower = e.Lower, Upper = e.Upper,
            DegreesOfFreedom = e.DegreesOfFreedom, N = e.N, EffectiveN = e.EffectiveN,
        },
        { Reason: Withholding.DenominatorNearZero } => Without(Withheld.NoBounds),
        { Reason: Withholding.TooFew } => Without(Withheld.TooFew),
        _ => Without(Withheld.Unmeasured),
    };

    /// <summary>The estimate again, to compute with. Only of a number that is given.</summary>
    internal Estimate ToEstimate() => DegreesOfFreedom is { } df
        ? Estimate.Of(Value!.Value, StandardError!.Value, df, N!.Value, EffectiveN)
        : Estimate.Between(Value!.Value, StandardError!.Value, Lower!.Value, Upper!.Value, N!.Value, EffectiveN);

    public static Words Said(Withheld reason, long minimum) => reason switch
    {
        Withheld.TooFew => Words.Of("Withheld: fewer than {0} answers.", minimum),
        Withheld.Protecting => Words.Of("Withheld: it would give away a group of fewer than {0} answers.", minimum),
        Withheld.NoBounds => Words.Of("Withheld: the expected level lies too near zero for a ratio."),
        _ => Words.Of("Nobody answered this."),
    };
}

namespace Regard.Measures;

public sealed record ModelView
{
    public required Standpoint At { get; init; }
    /// <summary>Why there is no model; null when there is.</summary>
    public Words? Reason { get; init; }
    /// <summary>Respondents behind the thinnest pair of questions.</summary>
    public long N { get; init; }
    public bool Converged { get; init; }
    /// <summary>Root mean square of what the model leaves of the correlations.</summary>
    public double Srmr { get; init; }
    public IReadOnlyList<ModelConstruct> Constructs { get; init; } = [];
    public IReadOnlyList<ModelPath> Paths { get; init; } = [];
}

public sealed record ModelConstruct
{
    public required string Name { get; init; }
    public required Text Title { get; init; }
    /// <summary>0 to 100, by the model's own weights.</summary>
    public required Figure Score { get; init; }
    /// <summary>Share that its sources explain, 0 to 1; null where nothing acts on it.</summary>
    public double? R2 { get; init; }
    public double? R2Lower { get; init; }
    public double? R2Upper { get; init; }
    public double? Alpha { get; init; }
    public double? RhoA { get; init; }
    public double? RhoC { get; init; }
    public required double Ave { get; init; }
    public required IReadOnlyList<ModelItem> Items { get; init; }
}

public sealed record ModelItem
{
    public required string Key { get; init; }
    public required Text Title { get; init; }
    public required double Weight { get; init; }
    public required double Loading { get; init; }
    public double? LoadingLower { get; init; }
    public double? LoadingUpper { get; init; }
}

/// <summary>A standardised effect with its 95 % interval from samples drawn from the moments.</summary>
/// <param name="F2">How much the source adds: 0.02 little, 0.15 some, 0.35 much.</param>
public sealed record ModelPath(string From, string To, double Value, double? StandardError, double? Lower, double? Upper, double? F2);

using System.Text.Json;
using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>The fitted models of a working out, as they are kept: of purchases enough to tell the future of any customer again, of risk what says how far it can be trusted.</summary>
public sealed record WorkingModels
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    /// <summary>Weeks ahead for which purchases are expected on lists.</summary>
    public const int WeeksAhead = 52;

    /// <summary>Null where nothing could be fitted; Reason says why.</summary>
    public ModelFigures? Purchases { get; init; }
    public ModelFigures? Spend { get; init; }
    /// <summary>Share of what is paid that is gross profit, from events that carry both; null where none does, and values are turnover.</summary>
    public double? Margin { get; init; }
    public ValueTerms Terms { get; init; } = new();
    public Patience? Suggestion { get; init; }
    /// <summary>Null where nobody could be looked at.</summary>
    public RiskFigures? Risk { get; init; }

    internal BgNbd? PurchaseModel => Purchases is { Converged: true } m ? new(m.Values[0], m.Values[1], m.Values[2], m.Values[3], dropOutAtBirth: true) : null;
    internal GammaGamma? SpendModel => Spend is { Converged: true } m ? new(m.Values[0], m.Values[1], m.Values[2]) : null;
    internal ValueOptions Options => new() { Weeks = Terms.Weeks, WeeklyRate = Terms.WeeklyRate, Margin = Margin is > 0 and var m ? m : 1, Confidence = 0.8 };

    internal string Write() => JsonSerializer.Serialize(this, json);
    public static WorkingModels Read(string text) => JsonSerializer.Deserialize<WorkingModels>(text, json)!;
}

/// <summary>Parameters of a fitted model with their 95 % intervals.</summary>
public sealed record ModelFigures
{
    public required IReadOnlyList<string> Names { get; init; }
    public required IReadOnlyList<double> Values { get; init; }
    public required IReadOnlyList<double?> Lower { get; init; }
    public required IReadOnlyList<double?> Upper { get; init; }
    public required bool Converged { get; init; }
    public required string Reason { get; init; }
    public double? LogLikelihood { get; init; }
    public required long N { get; init; }

    internal static ModelFigures Of(LikelihoodFit fit) => new()
    {
        Names = fit.Names, Values = fit.Values, Converged = fit.Converged, Reason = fit.Reason.ToString(), LogLikelihood = fit.LogLikelihood, N = fit.N,
        Lower = [.. fit.Names.Select(n => fit.Converged ? fit[n].Lower : null)], Upper = [.. fit.Names.Select(n => fit.Converged ? fit[n].Upper : null)],
    };
}

using Regard.Organisation;
namespace Regard.Loyalty;

/// <summary>Somebody who had a problem when asked, and what is known of it.</summary>
/// <param name="Severity">0 to 100; NaN when it is not known.</param>
/// <param name="Price">What the matter cost, in the currency; NaN when it is not known.</param>
/// <param name="Circumstances">By the keys of questions, the option chosen.</param>
/// <param name="IsRecent">Within the last twelve months, which the counts rest on.</param>
sealed record Trouble(Guid Unit, bool Told, double Severity, double Price, string? Segment, IReadOnlyDictionary<string, string> Circumstances, bool IsRecent);

/// <summary>Who of those with a problem tells it, and how many are unhappy for each who told by what that model expects. Pure.</summary>
static class Propensity
{
    public const string Severity = "severity", Price = "price", Segment = "segment";

    public static (OddsFigures Figures, OddsModel Model) Of(IReadOnlyList<Trouble> all)
    {
        // Ten points more severe; twice the price.
        List<OddsFeature> features = [new(Severity, [.. all.Select(t => t.Severity / 10)]), new(Price, [.. all.Select(t => Math.Log2(1 + t.Price))]), new(Segment, null, [.. all.Select(t => t.Segment)])];
        foreach (var key in all.SelectMany(t => t.Circumstances.Keys).Distinct().Order(StringComparer.Ordinal)) features.Add(new(key, null, [.. all.Select(t => t.Circumstances.GetValueOrDefault(key))]));
        var model = OddsModel.Of([.. all.Select(t => t.Told)], features);
        return (model.Figures, model);
    }

    /// <summary>One over the mean chance of telling; null when the model says nothing of too many.</summary>
    /// <remarks>The error of the mean chance: no more than the mean of the rows' errors (they move together), and what the mix of people would differ by anew. The interval is symmetric in the logarithm.</remarks>
    public static (Bounded PerTold, long N)? PerTold(IReadOnlyList<Trouble> all, OddsModel model, Func<Guid, bool> within)
    {
        int[] rows = [.. Enumerable.Range(0, model.Chances.Length).Where(i => all[i].IsRecent && within(all[i].Unit) && !double.IsNaN(model.Chances[i]))];
        if (rows.Length < HiddenView.Minimum) return null;
        var mean = rows.Average(i => model.Chances[i]);
        var mix = rows.Sum(i => (model.Chances[i] - mean) * (model.Chances[i] - mean)) / rows.Length / (rows.Length - 1);
        var error = Math.Sqrt(Math.Pow(rows.Average(i => model.Errors[i]), 2) + mix) / mean;
        return (new(1 / mean, Math.Max(1, Math.Exp(-1.959964 * error) / mean), Math.Exp(1.959964 * error) / mean), rows.Length);
    }
}

/// <summary>The model of who tells a problem, and what a unit would expect by it.</summary>
public sealed record PropensityDocument
{
    public const string Kind = "propensity";

    /// <summary>Of the whole company.</summary>
    public required OddsFigures Model { get; init; }
    /// <summary>Questions and answers behind features, by key, and by key=option.</summary>
    public required IReadOnlyDictionary<string, Text> Texts { get; init; }
    public required DateOnly From { get; init; }
    /// <summary>Of the unit with all below it: with a problem, for each who tells by the model; null when too few are known.</summary>
    public Bounded? PerTold { get; init; }
    public long N { get; init; }
}

namespace Regard.Statistics;

/// <summary>Which columns ask for expectation and which for perception.</summary>
/// <param name="Expected">Columns of expected levels.</param>
/// <param name="Perceived">Columns of perceived levels, each beside its expected one.</param>
/// <param name="From">Lowest answer.</param>
/// <param name="To">Highest answer, over <paramref name="From"/>.</param>
public sealed record GapQuestions(IReadOnlyList<string> Expected, IReadOnlyList<string> Perceived, double From, double To)
{
    /// <summary>Number of items of each dimension, in the order of the columns; null when each item stands for itself.</summary>
    public IReadOnlyList<int>? Dimensions { get; init; }

    /// <summary>Columns of importance, one a dimension (an item without dimensions), e.g. parts of 100 points; null for equal importance.</summary>
    public IReadOnlyList<string>? Importance { get; init; }

    /// <summary>Column of case weights; null for 1.</summary>
    public string? Weight { get; init; }

    internal int[][] Parts()
    {
        if (Expected.Count == 0 || Expected.Count != Perceived.Count) throw new DataRefused(DataFault.BadSpecification, $"{Expected.Count} expected and {Perceived.Count} perceived columns do not pair up.");
        if (!(From < To)) throw new DataRefused(DataFault.BadSpecification, $"The scale's lowest answer {From} is not under its highest {To}.");
        var sizes = Dimensions ?? [.. Expected.Select(_ => 1)];
        if (sizes.Any(s => s < 1) || sizes.Sum() != Expected.Count) throw new DataRefused(DataFault.BadSpecification, $"Dimensions of {string.Join(", ", sizes)} items do not make up {Expected.Count}.");
        if (Importance is { } given && given.Count != sizes.Count) throw new DataRefused(DataFault.BadSpecification, $"{given.Count} columns of importance do not fit {sizes.Count} {(Dimensions is null ? "items" : "dimensions")}.", given);
        var at = 0;
        return [.. sizes.Select(s => Enumerable.Range((at += s) - s, s).ToArray())];
    }

    internal IEnumerable<string> All => [.. Expected, .. Perceived, .. Importance ?? [], .. Weight is { } w ? [w] : Array.Empty<string>()];
}

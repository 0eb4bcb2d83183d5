using Regard.Measures;
using Regard.Statistics;
namespace Regard.Cases;

/// <summary>What was coded to the seven P, and what was not.</summary>
public sealed record MixCount
{
    /// <summary>Of fewer coded ones no share is told.</summary>
    public const int Least = 10;

    /// <summary>All seven in their order.</summary>
    public required IReadOnlyList<MixShare> Rows { get; init; }
    /// <summary>That belong to one of the seven.</summary>
    public required long Coded { get; init; }
    public required long Uncoded { get; init; }

    internal static MixCount Of(IEnumerable<(MarketingMix? Mix, long N)> counts)
    {
        var by = counts.ToLookup(c => c.Mix, c => c.N);
        var coded = by.Where(g => g.Key is not null).Sum(g => g.Sum());
        return new()
        {
            Coded = coded, Uncoded = by[null].Sum(),
            Rows = [.. Enum.GetValues<MarketingMix>().Select(mix => (Mix: mix, N: by[mix].Sum())).Select(m => new MixShare(m.Mix, m.N, Figure.Of(Wilson.Share(m.N, coded), Least)))],
        };
    }
}

/// <param name="Share">Among the coded ones, 0 to 1.</param>
public sealed record MixShare(MarketingMix Mix, long N, Figure Share);

using Regard.Statistics;
namespace Regard.Measures;

/// <summary>One side of the service in one unit: of which indicators it is known, and how high it is over some of them.</summary>
sealed record LevelSide(Func<string, bool> Knows, Func<IReadOnlyList<(string Code, double Weight)>, Estimate> Level)
{
    public static LevelSide Unknown { get; } = new(_ => false, _ => Unmeasured);

    /// <summary>Of a level that somebody set, by indicator.</summary>
    public static LevelSide Set(Func<string, (double Level, long Count)?> of) => new(c => of(c) is not null, leaves =>
        ServiceLevels.Set(leaves.Sum(l => l.Weight * of(l.Code)!.Value.Level) / leaves.Sum(l => l.Weight), leaves.Sum(l => of(l.Code)!.Value.Count)));

    /// <summary>Unmeasured unless it is known of all of them.</summary>
    public Estimate Over(IReadOnlyList<(string Code, double Weight)> leaves) => leaves.Count > 0 && leaves.All(l => Knows(l.Code)) ? Level(leaves) : Unmeasured;

    static Estimate Unmeasured => Estimate.Withhold(Withholding.Unmeasured, 0);
}

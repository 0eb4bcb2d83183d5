using Regard.Organisation;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>How far needs are fulfilled, as a wave's answers tell it: a need by the mean of its indicators that are asked.</summary>
sealed class Fulfilment
{
    readonly WaveLevels levels;
    readonly IReadOnlyDictionary<Need, IReadOnlyList<string>> asked;

    Fulfilment(WaveLevels levels, IReadOnlyDictionary<Need, IReadOnlyList<string>> asked, NeedWeighting weighting) => (this.levels, this.asked, Weighting) = (levels, asked, weighting);

    public static Fulfilment Of(WaveLevels levels, IEnumerable<Need> needs)
    {
        var asked = needs.Select(n => (n, Codes: (IReadOnlyList<string>)[.. n.Indicators.Where(c => levels.Asks(c, Part.Perceived))])).Where(n => n.Codes.Count > 0).ToDictionary(n => n.n, n => n.Codes);
        return new(levels, asked, asked.Values.All(codes => codes.All(c => levels.Asks(c, Part.Importance))) ? NeedWeighting.Asked
            : asked.Keys.All(n => n.Importance is not null) && asked.Keys.Any(n => n.Importance > 0) ? NeedWeighting.Set : NeedWeighting.Equal);
    }

    /// <summary>What the wave tells of.</summary>
    public IEnumerable<Need> Needs => asked.Keys;
    public NeedWeighting Weighting { get; }

    public Figure Fulfilled(Id<Unit> unit, Need need) => GapLine.Shown(levels.Level(unit, [.. asked[need].Select(c => (c, 1.0))], Part.Perceived));

    public Figure Importance(Id<Unit> unit, Need need) => asked[need].All(c => levels.Asks(c, Part.Importance))
        ? GapLine.Shown(levels.Level(unit, [.. asked[need].Select(c => (c, 1.0))], Part.Importance)) : Figure.Without(Withheld.Unmeasured);

    public Figure Index(Id<Unit> unit) => asked.Count == 0 ? Figure.Without(Withheld.Unmeasured)
        : GapLine.Shown(levels.Weighted(unit, [.. asked.Values], Weighting switch { NeedWeighting.Asked => null, NeedWeighting.Set => [.. asked.Keys.Select(n => n.Importance!.Value)], _ => [.. asked.Select(_ => 1.0)] }));
}

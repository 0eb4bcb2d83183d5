using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>The five gaps of one unit over any set of indicators.</summary>
sealed class UnitGaps
{
    readonly WaveLevels customers;
    readonly Id<Unit> unit;
    readonly LevelSide expected, believed, demanded, delivered, perceived, promised;

    public UnitGaps(GapSources sources, Id<Unit> unit)
    {
        (customers, this.unit) = (sources.Customers, unit);
        (expected, perceived) = (Asked(customers, unit, Part.Expected), Asked(customers, unit, Part.Perceived));
        believed = sources.Managers is { } managers && managers.Nearest(unit) is { } nearest ? Asked(managers, nearest.Id, Part.Expected) : LevelSide.Unknown;
        demanded = LevelSide.Set(code => sources.Demanded.TryGetValue(code, out var level) ? (level.Level, level.Standards) : null);
        delivered = new(sources.Delivered.Seen(unit).Contains, leaves => sources.Delivered.Level(unit, leaves));
        var path = customers.Wave.Units.PathTo(unit).Select(u => u.Id).ToHashSet();
        var promises = sources.Promises.Where(p => path.Contains(p.UnitId)).ToLookup(p => p.IndicatorCode, p => p.Level);
        promised = LevelSide.Set(code => promises.Contains(code) ? (promises[code].Average(), promises[code].Count()) : null);
    }

    public GapLine Line(IReadOnlyList<(string Code, double Weight)> leaves)
    {
        leaves = [.. leaves.Where(l => l.Weight > 0)];
        IReadOnlyList<(string Code, double Weight)> whole = [.. leaves.Where(l => !Lacks(l.Code).Any())];
        // Mostly the gaps are known of the same indicators: what is worked out over them once serves all.
        var worked = new Dictionary<string, ServiceGaps>();
        return new()
        {
            Expected = Level(expected), Believed = Level(believed), Demanded = Level(demanded), Delivered = Level(delivered), Perceived = Level(perceived), Promised = Level(promised),
            Knowledge = Gap(expected, believed, g => g.Knowledge), Standards = Gap(believed, demanded, g => g.Standards), Delivery = Gap(demanded, delivered, g => g.Delivery),
            Communication = Gap(promised, delivered, g => g.Communication), Service = Gap(expected, perceived, g => g.Service),
            Indicators = leaves.Count, Chain = GapSum.Of(Over(whole), [.. whole.Select(l => l.Code)]),
            Missing = [.. leaves.Select(l => new MissingLinks(l.Code, [.. Lacks(l.Code)])).Where(l => l.Levels.Count > 0)],
        };

        Figure Level(LevelSide side) => GapLine.Shown(side.Over(Known(side)));
        Figure Gap(LevelSide one, LevelSide other, Func<ServiceGaps, Estimate> gap) => GapLine.Shown(gap(Over(Known(one, other))));
        ServiceGaps Over(IReadOnlyList<(string Code, double Weight)> known)
        {
            var codes = string.Join(' ', known.Select(l => l.Code));
            return worked.TryGetValue(codes, out var found) ? found : worked[codes] = Gaps(known);
        }
        IReadOnlyList<(string Code, double Weight)> Known(params LevelSide[] sides) => [.. leaves.Where(l => sides.All(s => s.Knows(l.Code)))];
    }

    ServiceGaps Gaps(IReadOnlyList<(string Code, double Weight)> over) => ServiceGaps.Of(new()
    {
        Expected = expected.Over(over), Believed = believed.Over(over), Demanded = demanded.Over(over), Delivered = delivered.Over(over), Perceived = perceived.Over(over), Promised = promised.Over(over),
        ExpectedLessPerceived = over.Count > 0 && over.All(l => expected.Knows(l.Code) && perceived.Knows(l.Code)) ? customers.Level(unit, over, Part.Expected, Part.Perceived) : null,
    });

    IEnumerable<GapLevel> Lacks(string code)
    {
        if (!expected.Knows(code)) yield return GapLevel.Expected;
        if (!believed.Knows(code)) yield return GapLevel.Believed;
        if (!demanded.Knows(code)) yield return GapLevel.Demanded;
        if (!delivered.Knows(code)) yield return GapLevel.Delivered;
        if (!perceived.Knows(code)) yield return GapLevel.Perceived;
    }

    static LevelSide Asked(WaveLevels wave, Id<Unit> unit, Part part) =>
        wave.Shows(unit) ? new(code => wave.Asks(code, part), leaves => wave.Level(unit, leaves, part)) : LevelSide.Unknown;
}

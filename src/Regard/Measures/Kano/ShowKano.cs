using System.Text.Json.Serialization;
using Regard.Organisation;
using Regard.Statistics;
using Regard.Surveys;
namespace Regard.Measures;

/// <summary>How features work on satisfaction at a unit: the class of each and how sure it is, by unit and over the waves.</summary>
public sealed record ShowKano(Id<Wave> WaveId, Id<Unit>? UnitId = null) : Question<KanoView>
{
    const int Waves = 6;

    internal override Permission Needs => Permission.SeeResults;

    internal override async Task<KanoView> Run(Session s)
    {
        var wave = await MeasuredWaveStore.Load(s, WaveId);
        var sight = new Sight(s, wave);
        var unit = sight.Find(UnitId);
        var pairs = await KanoPairs.Read(s, wave);
        var classes = pairs.Features.Select(f => (Feature: f, Read: pairs.Class(f, unit.Id))).ToList();
        var adjusted = new Queue<double>(BenjaminiHochberg.Adjust([.. classes.Where(c => c.Read is not null).Select(c => c.Read!.PValue)]));
        var course = new List<KanoPoint>();
        foreach (var one in (await MeasuredWaveStore.Opened(s, wave.Wave.ProgrammeId, Waves)).Where(w => w.Number <= wave.Wave.Number).Reverse())
        {
            var then = one.Id == WaveId ? wave : await MeasuredWaveStore.Load(s, one);
            if (!new Sight(s, then).Includes(unit.Id)) continue;
            var read = one.Id == WaveId ? pairs : await KanoPairs.Read(s, then);
            course.Add(new(WaveLabel.Of(one), [.. pairs.Features.Select(f => read.Features.Any(x => x.Key == f.Key) && read.Class(f, unit.Id) is { } c ? KanoCell.Of(c) : null)]));
        }
        return new()
        {
            At = Standpoint.Of(wave, sight, unit),
            Rows = [.. classes.Select(c => KanoRow.Of(c.Feature, c.Read, c.Read is not null && adjusted.Dequeue() <= WaveChange.FalseDiscoveryRate))],
            Units = [.. sight.Tree.ChildrenOf(unit.Id).Where(u => sight.Includes(u.Id)).Select(u => new KanoUnit(UnitLabel.Of(u), [.. pairs.Features.Select(f => pairs.Class(f, u.Id) is { } c ? KanoCell.Of(c) : null)]))],
            Course = course,
        };
    }
}

public sealed record KanoView
{
    public required Standpoint At { get; init; }
    /// <summary>In the form's order; empty when it asks no pairs.</summary>
    public required IReadOnlyList<KanoRow> Rows { get; init; }
    public required IReadOnlyList<KanoUnit> Units { get; init; }
    /// <summary>The oldest wave first.</summary>
    public required IReadOnlyList<KanoPoint> Course { get; init; }
}

public sealed record KanoRow
{
    public required KanoQuestion Feature { get; init; }
    /// <summary>Null, as all that follows, when too few answered.</summary>
    public KanoCell? Cell { get; init; }
    /// <summary>Share of each class, 0 to 1.</summary>
    public required IReadOnlyDictionary<KanoClass, Figure> Shares { get; init; }
    /// <summary>Rise in satisfaction by having it, 0 to 1.</summary>
    public required Figure Better { get; init; }
    /// <summary>Fall by lacking it, -1 to 0.</summary>
    public required Figure Worse { get; init; }
    /// <summary>Share of the most frequent class less that of the second, 0 to 1.</summary>
    public double? Strength { get; init; }
    /// <summary>Share of A, O and M together, 0 to 1.</summary>
    public double? TotalStrength { get; init; }
    /// <summary>Of two equally frequent classes: sign test of the two largest.</summary>
    public double? PValue { get; init; }
    /// <summary>The class differs from the second, after control of the false discovery rate over the features.</summary>
    public bool IsSure { get; init; }

    internal static KanoRow Of(KanoQuestion feature, KanoFeature? read, bool isSure) => read is null
        ? new() { Feature = feature, Shares = new Dictionary<KanoClass, Figure>(), Better = Figure.Without(Withheld.TooFew), Worse = Figure.Without(Withheld.TooFew) }
        : new()
        {
            Feature = feature, Cell = KanoCell.Of(read), Shares = read.Counts.ToDictionary(c => c.Key, c => Figure.Of(Wilson.Share(c.Value, read.N), 1)),
            Better = Figure.Of(read.Better, 1), Worse = Figure.Of(read.Worse, 1), Strength = read.CategoryStrength, TotalStrength = read.TotalStrength, PValue = read.PValue, IsSure = isSure,
        };
}

/// <param name="Chance">That the class is the most frequent among all customers like these, 0 to 1.</param>
public sealed record KanoCell([property: JsonConverter(typeof(JsonStringEnumConverter<KanoClass>))] KanoClass Class, long N, double Chance)
{
    internal static KanoCell Of(KanoFeature read) => new(read.Class, read.N, read.Chances[read.Class]);
}

/// <param name="Features">In the order of the rows; null where too few answered.</param>
public sealed record KanoUnit(UnitLabel Unit, IReadOnlyList<KanoCell?> Features);

/// <param name="Features">In the order of the rows; null where too few answered or it was not asked.</param>
public sealed record KanoPoint(WaveLabel Wave, IReadOnlyList<KanoCell?> Features);

using System.Globalization;
using Regard.Loyalty;
using Regard.Organisation;
using Regard.Statistics;
namespace Regard.Web.Loyalty;

/// <summary>What was typed into the segment builder, shown again as it was.</summary>
public sealed record SegmentTyped
{
    public string? Name { get; init; }
    public long? Revision { get; init; }
    public IReadOnlyList<string> Grades { get; init; } = [];
    public IReadOnlyList<string> States { get; init; } = [];
    public IReadOnlyList<string> Segments { get; init; } = [];
    public IReadOnlyList<string> Types { get; init; } = [];
    public string? UnitId { get; init; }
    public string? Satisfaction { get; init; }
    public string? NextWithinDays { get; init; }
    /// <summary>Measure with From or To -> as typed.</summary>
    public IReadOnlyDictionary<string, string> Bounds { get; init; } = new Dictionary<string, string>();

    public static SegmentTyped Of(IFormCollection form)
    {
        string[] All(string name) => [.. form[name].OfType<string>()];
        return new()
        {
            Name = form["Name"], Revision = long.TryParse(form["Revision"], out var revision) ? revision : null,
            Grades = All("Grades"), States = All("States"), Segments = All("Segments"), Types = All("Types"),
            UnitId = form["UnitId"], Satisfaction = form["Satisfaction"], NextWithinDays = form["NextWithinDays"],
            Bounds = Names.Where(n => !string.IsNullOrWhiteSpace(form[n])).ToDictionary(n => n, n => form[n].ToString().Trim()),
        };
    }

    public static SegmentTyped Of(SavedSegment segment, string? currency)
    {
        var rule = segment.Document.Rule ?? new();
        return new()
        {
            Name = segment.Name, Revision = segment.Revision, Grades = rule.Grades, States = [.. rule.States.Select(x => x.ToString())], Segments = rule.Segments, Types = [.. rule.Types.Select(x => x.ToString())],
            UnitId = rule.UnitId?.ToString(), Satisfaction = rule.Satisfaction?.ToString(), NextWithinDays = rule.NextWithinDays?.ToString(CultureInfo.InvariantCulture),
            Bounds = rule.Ranges.SelectMany(r => new[] { ($"{r.Key}From", r.Value.From), ($"{r.Key}To", r.Value.To) }.Where(b => b.Item2 is not null)
                .Select(b => KeyValuePair.Create(b.Item1, (b.Item2!.Value / Unit(r.Key, currency)).ToString("0.####", CultureInfo.InvariantCulture)))).ToDictionary(),
        };
    }

    public SegmentDocument ToDocument(string? currency) => new()
    {
        Rule = new()
        {
            Grades = Grades, States = Read<CustomerState>(States), Segments = Segments, Types = Read<LoyaltyType>(Types),
            UnitId = Id<Unit>.TryParse(UnitId, null, out var unit) ? unit : null, Satisfaction = Enum.TryParse<SegmentSatisfaction>(Satisfaction, out var satisfaction) ? satisfaction : null,
            NextWithinDays = string.IsNullOrWhiteSpace(NextWithinDays) ? null : int.TryParse(NextWithinDays, NumberStyles.Integer, CultureInfo.InvariantCulture, out var days) ? days : -1,
            Ranges = Enum.GetValues<SegmentMeasure>().Where(m => Bounds.ContainsKey($"{m}From") || Bounds.ContainsKey($"{m}To")).ToDictionary(m => m, m => new SegmentRange(Bound(m, "From", currency), Bound(m, "To", currency))),
        },
    };

    public string? Bound(SegmentMeasure measure, string end) => Bounds.GetValueOrDefault($"{measure}{end}");

    double? Bound(SegmentMeasure measure, string end, string? currency) =>
        Bound(measure, end) is not { } typed ? null : double.TryParse(typed.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Math.Round(value * Unit(measure, currency), 9) : double.NaN;

    /// <summary>What one as typed is in the rule: money in its smallest unit, shares in per cent.</summary>
    static double Unit(SegmentMeasure measure, string? currency) => measure switch
    {
        SegmentMeasure.Worth or SegmentMeasure.Lifetime or SegmentMeasure.SpentYear => Math.Pow(10, Money.Decimals(currency ?? "")),
        SegmentMeasure.Risk or SegmentMeasure.Alive => 0.01,
        _ => 1,
    };

    static IEnumerable<string> Names => Enum.GetValues<SegmentMeasure>().SelectMany(m => new[] { $"{m}From", $"{m}To" });
    static List<T> Read<T>(IReadOnlyList<string> typed) where T : struct => [.. typed.Select(t => Enum.TryParse<T>(t, out var value) ? value : (T?)null).OfType<T>()];
}

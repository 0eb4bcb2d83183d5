using System.Text.Json;
using System.Text.Json.Serialization;
using Regard.Organisation;
namespace Regard.Metrics;

/// <summary>A nature of good service.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Nature>))]
public enum Nature
{
    Timeliness, Accuracy,
    /// <summary>How little the level differs from one encounter to the next; worked out, not asked.</summary>
    Consistency,
    Reliability,
}

/// <summary>What tells of a nature: customers' measures (indicator:REL1, dimension:RES) and series.</summary>
public sealed record NatureSources(IReadOnlyList<string> Measures, IReadOnlyList<string> Series);

/// <summary>What is chosen once for all series.</summary>
public sealed record MetricSettings
{
    const string Name = "metrics";
    public const int LongestRework = 365;

    /// <summary>The same fault again within so many days is rework.</summary>
    public int ReworkDays { get; init; } = 30;
    public IReadOnlyDictionary<Nature, NatureSources> Natures { get; init; } = new Dictionary<Nature, NatureSources>
    {
        [Nature.Timeliness] = new(["dimension:RES"], []), [Nature.Accuracy] = new(["indicator:REL2", "indicator:REL4"], [ReworkSeries.Ftr]), [Nature.Reliability] = new(["dimension:REL"], []),
    };

    internal static async Task<MetricSettings> Of(Session s) =>
        await s.Maybe<string>("select document from metric_settings where name = @Name", new { Name }) is { } text ? JsonSerializer.Deserialize<MetricSettings>(text, JsonSerializerOptions.Web)! : new();

    internal Task Keep(Session s) => s.Write("""
        insert into metric_settings (name, document, set_by, set_at) values (@Name, @document, @Person, @Now)
        on conflict (name) do update set document = @document, set_by = @Person, set_at = @Now
        """, new { Name, document = JsonSerializer.Serialize(this, JsonSerializerOptions.Web), s.Caller.Person, s.Now });
}

/// <summary>Chooses within how many days the same fault is rework, and what the natures of service are told by.</summary>
public sealed record SetMetricSettings(MetricSettings Settings) : Change<Done>
{
    internal override Permission Needs => Permission.EditMetrics;

    internal override IEnumerable<Problem> Check()
    {
        if (Settings.ReworkDays is < 1 or > MetricSettings.LongestRework) yield return new("ReworkDays", "Between 1 and {0} days.", MetricSettings.LongestRework);
        foreach (var (nature, sources) in Settings.Natures)
            foreach (var measure in sources.Measures)
                if (Measures.Measure.Parse(measure) is null) yield return new(nature.ToString(), "“{0}” is no measure such as dimension:RES or indicator:REL1.", measure);
    }

    internal override async Task<Done> Run(Session s)
    {
        await WholeCompany.Demand(s, Needs);
        var known = (await SeriesStore.All(s)).ToDictionary(x => x.Code);
        foreach (var (nature, sources) in Settings.Natures)
            foreach (var code in sources.Series.Where(code => code != ReworkSeries.Ftr))
                if (!known.TryGetValue(code, out var series)) throw new Invalid(nature.ToString(), "There is no series {0}.", code);
                else if (series is { IsShare: false, LimitValue: null, Worst: null }) throw new Invalid(nature.ToString(), "{0} does not say how a value becomes a level.", code);
        await Settings.Keep(s);
        return default;
    }
}

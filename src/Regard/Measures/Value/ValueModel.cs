using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Measures;

/// <summary>One version of how benefits and costs make up the value delivered to customers.</summary>
public sealed record ValueModel
{
    /// <summary>0 is what holds before anybody set one.</summary>
    public required long Number { get; init; }
    [JsonIgnore] public string Packed { get; init; } = "";
    public string? MadeBy { get; init; }
    public DateTimeOffset? MadeAt { get; init; }

    public IReadOnlyList<ValueItem> Items => JsonSerializer.Deserialize<List<ValueItem>>(Packed, JsonSerializerOptions.Web)!;

    internal static string Pack(IReadOnlyList<ValueItem> items) => JsonSerializer.Serialize(items, JsonSerializerOptions.Web);

    /// <summary>Told by the questions of the form that comes along.</summary>
    internal static ValueModel Usual { get; } = new()
    {
        Number = 0,
        Packed = Pack(
        [
            Asked(ValueAspect.Product, 0.25), Asked(ValueAspect.Service, 0.35), Asked(ValueAspect.Personnel, 0.25), Asked(ValueAspect.Image, 0.15),
            Asked(ValueAspect.Money, 0.4), Asked(ValueAspect.Time, 0.25), Asked(ValueAspect.Effort, 0.2), Asked(ValueAspect.Worry, 0.15),
        ]),
    };

    /// <summary>Key of the question on it in the form that comes along.</summary>
    internal static string Key(ValueAspect aspect) => $"value_{aspect.ToString().ToLowerInvariant()}";

    static ValueItem Asked(ValueAspect aspect, double weight) => new(aspect, weight, [Measure.Item(Key(aspect)).Code], []);
}

/// <summary>A benefit or a cost with its weight among those of its side, and what tells of it.</summary>
/// <param name="Weight">0 or more; those of a side are shared out to sum to 1.</param>
/// <param name="Measures">Of customers, such as item:value_time, indicator:RES1 or ces. As everywhere higher is better, so a cost is 100 less its score.</param>
/// <param name="Series">That are measured, such as QUEUE.</param>
public sealed record ValueItem(ValueAspect Aspect, double Weight, IReadOnlyList<string> Measures, IReadOnlyList<string> Series)
{
    internal IEnumerable<Measure> Told => Measures.Select(Measure.Parse).OfType<Measure>();
}

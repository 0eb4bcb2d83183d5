using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Measures;

[JsonConverter(typeof(JsonStringEnumConverter<MeasureKind>))]
public enum MeasureKind { Index, Dimension, Indicator, Item, Nps, Csat, Ces, Rater, Delivered }

/// <summary>Which side of a node is measured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Aspect>))]
public enum Aspect { Perceived, Expected, Gap, Ratio, Importance }

/// <summary>What a number is a number of. Its code: index, dimension:R, indicator:R1/gap, item:Q3, nps.</summary>
[JsonConverter(typeof(MeasureJson))]
public readonly record struct Measure(MeasureKind Kind, string Node = "", Aspect Aspect = Aspect.Perceived)
{
    public static Measure Index { get; } = new(MeasureKind.Index);
    public static Measure Nps { get; } = new(MeasureKind.Nps);
    public static Measure Csat { get; } = new(MeasureKind.Csat);
    public static Measure Ces { get; } = new(MeasureKind.Ces);
    public static Measure Rater { get; } = new(MeasureKind.Rater);
    public static Measure Delivered { get; } = new(MeasureKind.Delivered);
    public static Measure Item(string slotKey) => new(MeasureKind.Item, slotKey);
    public static Measure Indicator(string code, Aspect aspect = Aspect.Perceived) => new(MeasureKind.Indicator, code, aspect);

    public bool HasNode => Kind is MeasureKind.Dimension or MeasureKind.Indicator or MeasureKind.Item;
    /// <summary>A mean of scores, which can be added up with others.</summary>
    public bool IsScore => Aspect == Aspect.Perceived && Kind is MeasureKind.Index or MeasureKind.Dimension or MeasureKind.Indicator or MeasureKind.Item or MeasureKind.Ces;
    public Measure As(Aspect aspect) => this with { Aspect = aspect };

    public string Code => string.Concat(Kind.ToString().ToLowerInvariant(), HasNode ? ":" + Node : "", Aspect == Aspect.Perceived ? "" : "/" + Aspect.ToString().ToLowerInvariant());
    public override string ToString() => Code;

    public static Measure? Parse(string? code)
    {
        var halves = (code ?? "").Split('/');
        var ends = halves[0].Split(':', 2);
        if (halves.Length > 2 || !Named(ends[0], out MeasureKind kind)) return null;
        var aspect = Aspect.Perceived;
        if (halves.Length == 2 && (!Named(halves[1], out aspect) || aspect == Aspect.Perceived)) return null;
        var measure = new Measure(kind, ends.Length == 2 ? ends[1] : "", aspect);
        var sided = kind is MeasureKind.Index or MeasureKind.Dimension or MeasureKind.Indicator;
        return measure.HasNode == measure.Node.Length > 0 && (sided || aspect == Aspect.Perceived) ? measure : null;
    }

    // Enum.TryParse alone would also take numbers.
    static bool Named<T>(string text, out T found) where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out found) && text.All(char.IsAsciiLetter);
}

sealed class MeasureJson : JsonConverter<Measure>
{
    public override Measure Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Measure.Parse(reader.GetString()) ?? throw new JsonException("A measure is a code such as index or indicator:R1/gap.");
    public override void Write(Utf8JsonWriter writer, Measure value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}

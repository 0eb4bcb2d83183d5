using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>What somebody answered: a number (ratings too), words or the key of a choice, several choices, or "does not apply".</summary>
/// <remarks>As JSON: 7, "sales", ["price","range"], null.</remarks>
[JsonConverter(typeof(AnswerJson))]
public sealed record Answer
{
    Answer() { }

    public decimal? Number { get; private init; }
    public string? Said { get; private init; }
    public IReadOnlyList<string>? Chosen { get; private init; }
    public bool IsNotApplicable => Number is null && Said is null && Chosen is null;

    public static Answer NotApplicable { get; } = new();
    public static Answer Of(decimal number) => new() { Number = number };
    public static Answer Of(string said) => new() { Said = said };
    public static Answer Of(IReadOnlyList<string> chosen) => new() { Chosen = chosen };

    public decimal? AsNumber() => Number ?? (decimal.TryParse(Said, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var n) ? n : null);

    public string? AsText() => Said ?? Number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether it says that: the same number, the same words, or among the choices made.</summary>
    internal bool Says(Answer that) =>
        Chosen is not null ? that.AsText() is { } key && Chosen.Contains(key)
        : Number is not null ? Number == that.AsNumber()
        : Said is not null ? Said == that.AsText()
        : that.IsNotApplicable;

    public bool Equals(Answer? other) => other is not null && Number == other.Number && Said == other.Said
        && (Chosen ?? []).SequenceEqual(other.Chosen ?? []) && Chosen is null == other.Chosen is null;
    public override int GetHashCode() => HashCode.Combine(Number, Said, Chosen?.Count);
}

sealed class AnswerJson : JsonConverter<Answer>
{
    public override bool HandleNull => true;

    public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => Answer.NotApplicable,
        JsonTokenType.Number when reader.TryGetDecimal(out var number) => Answer.Of(number),
        JsonTokenType.String => Answer.Of(reader.GetString()!),
        JsonTokenType.StartArray => Answer.Of(Strings(ref reader)),
        _ => throw new JsonException("An answer is a number, a text, a list of texts, or null."),
    };

    static List<string> Strings(ref Utf8JsonReader reader)
    {
        var chosen = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            chosen.Add(reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("A list of choices holds texts."));
        return chosen;
    }

    public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options)
    {
        if (value?.Number is { } number) writer.WriteNumberValue(number);
        else if (value?.Said is { } said) writer.WriteStringValue(said);
        else if (value?.Chosen is { } chosen)
        {
            writer.WriteStartArray();
            foreach (var key in chosen) writer.WriteStringValue(key);
            writer.WriteEndArray();
        }
        else writer.WriteNullValue();
    }
}

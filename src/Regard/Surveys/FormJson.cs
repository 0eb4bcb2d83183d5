using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>Forms as JSON text: there and back without loss, and one hash for one meaning.</summary>
public static class FormJson
{
    /// <summary>Longest document taken, in characters.</summary>
    public const int Longest = 2_000_000;

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowOutOfOrderMetadataProperties = true,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    static readonly JsonSerializerOptions indented = new(Options) { WriteIndented = true };

    public static string Write(FormDocument document) => JsonSerializer.Serialize(document, Options);
    public static string WriteIndented(FormDocument document) => JsonSerializer.Serialize(document, indented);

    /// <summary>Reads a document; Invalid, with the place, when the text is no form.</summary>
    public static FormDocument Read(string json)
    {
        if (json.Length > Longest) throw new Invalid("document", "The form is too long: at most {0} characters.", Longest);
        try
        {
            var document = JsonSerializer.Deserialize<FormDocument>(json, Options);
            return document is not null && IsWhole(document) ? document : throw new JsonException();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            var at = e as JsonException;
            throw new Invalid("document", "This is not a form that Regard can read. Look at line {0}, at {1}.", (at?.LineNumber ?? 0) + 1, at?.Path ?? "$");
        }
    }

    /// <summary>SHA-256 of the document with its members in alphabetical order.</summary>
    public static string Hash(FormDocument document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sorted(JsonSerializer.SerializeToNode(document, Options))!.ToJsonString(Options))));

    static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    static bool IsWhole(FormDocument d) => d.Schema == 1 && HasAll(d.Languages) && HasAll(d.Pages) && d.Pages.All(p => HasAll(p.Items)) && d.Items.All(i =>
        (i.ShowIf is null || HasAll(i.ShowIf.Conditions)) && i switch
        {
            BatteryItem b => HasAll(b.Rows),
            SingleItem s => HasAll(s.Options),
            MultipleItem m => HasAll(m.Options),
            _ => true,
        });

    static bool HasAll(IEnumerable<object?> list) => list.All(x => x is not null);
}

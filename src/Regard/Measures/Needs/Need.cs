using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
namespace Regard.Measures;

/// <summary>Something that customers need of the service.</summary>
public sealed partial record Need
{
    public const int LongestName = 200, MostIndicators = 20;

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")]
    private static partial Regex Coded();

    public required string Code { get; init; }
    public required Text Names { get; init; }
    /// <summary>0 to 100, as somebody set it.</summary>
    public double? Importance { get; init; }
    /// <summary>The file that it came by, or empty when it was written by hand.</summary>
    public string Source { get; init; } = "";
    [JsonIgnore] public string Packed { get; init; } = "[]";

    /// <summary>Codes of the indicators that tell how far it is fulfilled; none where nobody measures it.</summary>
    public IReadOnlyList<string> Indicators { get => JsonSerializer.Deserialize<List<string>>(Packed)!; init => Packed = JsonSerializer.Serialize(value ?? []); }

    internal IEnumerable<Problem> Problems()
    {
        if (!Coded().IsMatch(Code ?? "")) yield return new("Code", "Give the need a short code of letters, digits, dots and dashes, such as N01.");
        if (Names is null || Names.IsEmpty) yield return new("Names", "Say what customers need.");
        else if (Names.Values.Any(n => n.Length > LongestName)) yield return new("Names", "At most {0} characters.", LongestName);
        if (Importance is { } importance && !(importance is >= 0 and <= 100)) yield return new("Importance", "Importance lies between 0 and 100.");
        if (Indicators.Count > MostIndicators) yield return new("Indicators", "Name at most {0} indicators.", MostIndicators);
    }

    internal bool SameAs(Need other) => Names.Equals(other.Names) && Importance == other.Importance && Packed == other.Packed;
}

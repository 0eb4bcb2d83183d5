using System.Text.Json.Serialization;
using Regard.Files;
namespace Regard.Surveys;

/// <summary>What a column of somebody's own file is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnUse>))]
public enum ColumnUse
{
    Ignore, Perceived, Expected, Importance, Overall, Effort,
    /// <summary>0 to 10, likely to recommend.</summary>
    Recommendation,
    Text, Segment,
}

/// <summary>One column: its name in the file, its use and, of a rating, the dimension it belongs to.</summary>
public sealed record ColumnUsed
{
    public required string Name { get; init; }
    public required ColumnUse Use { get; init; }
    public string? Dimension { get; init; }
    public bool Reversed { get; init; }
    /// <summary>Of a segment: the values that occur.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
    /// <summary>What its file calls it, and what it calls the codes in its cells.</summary>
    public CodedColumn? Coded { get; init; }

    internal string Said => Coded?.Label ?? Name;
}

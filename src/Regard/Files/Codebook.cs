namespace Regard.Files;

/// <summary>What a file of another program says about its own columns, and what of it no table of rows can carry.</summary>
public sealed record Codebook
{
    public required string Format { get; init; }
    public required string Encoding { get; init; }
    public required IReadOnlyList<CodedColumn> Columns { get; init; }
    public IReadOnlyList<Loss> Losses { get; init; } = [];

    public CodedColumn? Find(string column) => Columns.FirstOrDefault(c => c.Name.Equals(column, StringComparison.OrdinalIgnoreCase));
}

/// <param name="Label">What was asked.</param>
/// <param name="Values">What the codes in the cells stand for, in the order of the file.</param>
public sealed record CodedColumn(string Name, string? Label, IReadOnlyList<CodedValue> Values)
{
    /// <summary>The codes are names and no amounts.</summary>
    public bool IsNominal { get; init; }
    /// <summary>Its numbers weight the rows.</summary>
    public bool IsWeight { get; init; }

    /// <summary>Null for a code that the file leaves without words.</summary>
    public string? LabelOf(string value) => Values.FirstOrDefault(v => v.Value == value)?.Label;
}

/// <param name="Value">As it stands in the cells.</param>
public sealed record CodedValue(string Value, string Label);

/// <summary>One thing in a file that is not taken over, or not as it was.</summary>
public sealed record Loss
{
    /// <summary>Empty when it is about the whole file.</summary>
    public required string Column { get; init; }
    public required string Text { get; init; }
    public IReadOnlyList<string> Values { get; init; } = [];

    public static Loss Of(string column, string text, params object[] values) => new()
    {
        Column = column, Text = text, Values = [.. values.Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture) ?? "")],
    };

    [System.Text.Json.Serialization.JsonIgnore] public Words Words => Words.Of(Text, [.. Values]);
}

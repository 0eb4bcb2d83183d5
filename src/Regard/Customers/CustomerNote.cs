using System.Text.Json.Serialization;
namespace Regard.Customers;

[JsonConverter(typeof(JsonStringEnumConverter<NoteKind>))]
public enum NoteKind
{
    /// <summary>What this customer needs.</summary>
    Need,
    /// <summary>A choice put to the customer.</summary>
    Choice,
    Remark,
}

/// <summary>What somebody knows of a customer beyond figures.</summary>
public sealed record CustomerNote
{
    public required Id<CustomerNote> Id { get; init; }
    public required NoteKind Kind { get; init; }
    public required string Words { get; init; }
    public string? WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}

using System.Text.Json.Serialization;
using Regard.Surveys;
namespace Regard.Files;

[JsonConverter(typeof(JsonStringEnumConverter<ImportKind>))]
public enum ImportKind { Contacts, Responses, Customers, Assets, Contracts, Events, Consents, Sample, Wallets, Metrics, Needs, Certificates }

/// <summary>A file that came in, and what became of its rows.</summary>
public sealed record Import
{
    public required Id<Import> Id { get; init; }
    /// <summary>Null when it is not about a wave.</summary>
    public Id<Wave>? WaveId { get; init; }
    public required ImportKind Kind { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public string? MadeBy { get; init; }
    public required FileReport Report { get; init; }
    /// <summary>The bad rows can be had as a file.</summary>
    public bool HasBadRows { get; init; }
    /// <summary>Told by a dry run only, which keeps nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? BadRows { get; init; }
}

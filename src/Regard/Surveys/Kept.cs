using System.Text.Json;
using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>A part of a document that keeps the members it does not know, so that a round trip loses nothing.</summary>
public abstract record Kept
{
    [JsonExtensionData] public Dictionary<string, JsonElement>? Other { get; init; }
}

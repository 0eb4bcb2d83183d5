using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
namespace Regard.Surveys;

/// <summary>A part of a document that keeps the members it does not know, so that a round trip loses nothing.</summary>
public abstract record Kept
{
    [JsonExtensionData] public JsonObject? Other { get; init; }
}

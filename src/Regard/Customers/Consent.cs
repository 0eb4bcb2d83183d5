using System.Text.Json.Serialization;
namespace Regard.Customers;

/// <summary>What a customer is written to or asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Purpose>))]
public enum Purpose { Survey, Service, Marketing }

[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel { Email, Sms, Phone, Chat, Post }

/// <summary>What a customer said about one purpose on one channel. The last word holds.</summary>
public sealed record Consent
{
    public required Id<Consent> Id { get; init; }
    public required Purpose Purpose { get; init; }
    public required Channel Channel { get; init; }
    public required bool Given { get; init; }
    public required DateOnly SaidOn { get; init; }
    /// <summary>Where it was said: a form, a call, the counter.</summary>
    public string? Source { get; init; }
}

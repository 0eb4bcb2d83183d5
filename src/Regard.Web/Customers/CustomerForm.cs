using Regard.Customers;
using Regard.Web.Ui;
namespace Regard.Web.Customers;

/// <summary>What was typed on a customer's page, shown again when it did not go through.</summary>
public sealed record CustomerForm
{
    public string? NoteKind { get; init; }
    public string? Words { get; init; }
    public string? Purpose { get; init; }
    public string? Channel { get; init; }
    public string? Given { get; init; }
    public string? SaidOn { get; init; }
    public string? Source { get; init; }
    public string? Number { get; init; }

    internal SetConsent Consent(Id<Customer> customer) => new(
        customer, Enum.TryParse<Purpose>(Purpose, out var purpose) ? purpose : throw Unchosen, Enum.TryParse<Channel>(Channel, out var channel) ? channel : throw Unchosen,
        Given == "yes", Forms.Day(SaidOn) ?? throw new Invalid("SaidOn", "Choose a day."), Source ?? "");

    static Invalid Unchosen => new("Purpose", "Choose a purpose and a channel.");
}

using System.Globalization;
using Regard.Customers;
using Regard.Organisation;
using Regard.Standards;
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
    public string? Preference { get; init; }
    public string? HeardOn { get; init; }
    public string? Promised { get; init; }
    public string? UnitId { get; init; }
    public string? IndicatorCode { get; init; }
    public string? DueOn { get; init; }
    public string? DueTime { get; init; }
    /// <summary>The promise that was to be settled.</summary>
    public string? Promise { get; init; }
    public string? Outcome { get; init; }
    public string? Note { get; init; }

    internal PromiseToCustomer ToPromise(Id<Customer> customer) =>
        new(customer, Id<Unit>.TryParse(UnitId, null, out var unit) ? unit : throw new Invalid(nameof(UnitId), "Choose a unit."), Promised ?? "", Forms.Day(DueOn) ?? throw new Invalid(nameof(DueOn), "Choose a day."))
        {
            DueTime = string.IsNullOrEmpty(DueTime) ? null : TimeOnly.TryParse(DueTime, CultureInfo.InvariantCulture, out var time) ? time : throw new Invalid(nameof(DueTime), "Write a time such as 16:30."),
            IndicatorCode = string.IsNullOrEmpty(IndicatorCode) ? null : IndicatorCode,
        };

    internal AddPreference ToPreference(Id<Customer> customer) => new(customer, Preference ?? "", Forms.Day(HeardOn) ?? throw new Invalid(nameof(HeardOn), "Choose a day."));

    internal SettleCustomerPromise ToSettling(Id<Customer> customer, Id<CustomerPromise> promise) => new(customer, promise, Enum.TryParse<PromiseOutcome>(Outcome, out var outcome) ? outcome : (PromiseOutcome)(-1), Note ?? "");

    internal SetConsent Consent(Id<Customer> customer) => new(
        customer, Enum.TryParse<Purpose>(Purpose, out var purpose) ? purpose : throw Unchosen, Enum.TryParse<Channel>(Channel, out var channel) ? channel : throw Unchosen,
        Given == "yes", Forms.Day(SaidOn) ?? throw new Invalid("SaidOn", "Choose a day."), Source ?? "");

    static Invalid Unchosen => new("Purpose", "Choose a purpose and a channel.");
}

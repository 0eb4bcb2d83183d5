using System.Globalization;
using Microsoft.AspNetCore.Http;
using Regard.Cases;
using Regard.Customers;
using Regard.Listening;
using Regard.Organisation;
using Regard.Web.Ui;
namespace Regard.Web.Listening;

/// <summary>A note as its form sends it.</summary>
public sealed record FieldForm
{
    public const int Lines = 6;

    public string? Kind { get; init; }
    public string? StaffGroup { get; init; }
    public string? Day { get; init; }
    public string? Unit { get; init; }
    public string? Ours { get; init; }
    public string? Attendees { get; init; }
    /// <summary>A customer's number.</summary>
    public string? Customer { get; init; }
    public bool Consented { get; init; }
    public string? Words { get; init; }
    public string? Mix { get; init; }
    public IReadOnlyList<FieldLine> Codes { get; init; } = [];

    public static FieldForm Of(IFormCollection sent)
    {
        string? At(string field) => sent[field].ToString() is { Length: > 0 } value ? value : null;
        return new()
        {
            Kind = At("Kind"), StaffGroup = At("StaffGroup"), Day = At("Day"), Unit = At("UnitId"), Ours = At("Ours"), Attendees = At("Attendees"), Customer = At("Customer"), Consented = At("Consented") == "yes", Words = At("Words"), Mix = At("Mix"),
            Codes = [.. Enumerable.Range(0, Lines).Select(i => new FieldLine(At($"code{i}.indicator"), At($"code{i}.sign"), At($"code{i}.need")))],
        };
    }

    public static FieldForm Of(FieldNote note) => new() { Mix = note.Mix?.ToString(), Codes = [.. note.Codes.Select(c => new FieldLine(c.IndicatorCode, c.Sign.ToString(), c.Need))] };

    public WriteFieldNote Note(Id<Customer>? customer) => new()
    {
        Kind = One<FieldKind>(Kind) ?? throw new Invalid(nameof(Kind), "Choose how you came to listen."), StaffGroup = One<StaffGroup>(StaffGroup),
        Day = Forms.Day(Day) ?? throw new Invalid(nameof(Day), "Choose a day."), UnitId = Id<Unit>.TryParse(Unit, null, out var unit) ? unit : throw new Invalid("UnitId", "Choose a unit."),
        Ours = Ours, Attendees = long.TryParse(Attendees, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0, CustomerId = customer, Consented = Consented, Words = Words ?? "", Mix = MixOf, Codes = CodesOf,
    };

    public MarketingMix? MixOf => One<MarketingMix>(Mix);

    /// <summary>A line without an indicator is none, unless something was written into it.</summary>
    public IReadOnlyList<FieldCode> CodesOf => [.. Codes.Where(c => c.Indicator is not null || c.Need is not null).Select(c => new FieldCode(
        c.Indicator ?? throw new Invalid("Codes", "Choose the indicator of “{0}”.", c.Need), One<FieldSign>(c.Sign) ?? FieldSign.Need, c.Need ?? ""))];

    static T? One<T>(string? sent) where T : struct, Enum => Enum.TryParse<T>(sent, out var value) && Enum.IsDefined(value) ? value : null;
}

public sealed record FieldLine(string? Indicator, string? Sign, string? Need);

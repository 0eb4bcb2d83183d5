using System.Globalization;
using Regard.Loyalty;
using Regard.Organisation;
namespace Regard.Web.Loyalty.Pay;

/// <summary>What was typed into the ledger.</summary>
public sealed record CostTyped
{
    public string? Unit { get; init; }
    public string? Kind { get; init; }
    public string? FromDay { get; init; }
    public string? LastDay { get; init; }
    public string? Amount { get; init; }
    public string? Text { get; init; }
    public string? Points { get; init; }
    public string? Customers { get; init; }

    public CostLine ToLine(string? currency)
    {
        if (Money.Read(Amount ?? "", currency ?? "") is not { } amount) throw new Invalid("Amount", "{0} is no amount.", Amount);
        return new(Typed.Unit(Unit), Enum.TryParse<CostKind>(Kind, out var kind) ? kind : (CostKind)(-1), Typed.Day(FromDay, "FromDay"), Typed.Day(LastDay, "LastDay"), amount, Text, Typed.Number(Points, "Points"), (long?)Typed.Number(Customers, "Customers"));
    }
}

/// <summary>What was typed into the series of market shares.</summary>
public sealed record ShareTyped
{
    public string? Unit { get; init; }
    public string? FromDay { get; init; }
    public string? LastDay { get; init; }
    public string? Share { get; init; }
    public string? Source { get; init; }

    public MarketShareLine ToLine() => new(Typed.Unit(Unit), Typed.Day(FromDay, "FromDay"), Typed.Day(LastDay, "LastDay"), (Typed.Number(Share, "Share") ?? -1) / 100, Source);
}

/// <summary>What was typed of two lists.</summary>
public sealed record ListTyped
{
    public string? Unit { get; init; }
    public string? FromDay { get; init; }
    public string? LastDay { get; init; }
    public string? BothLists { get; init; }
    public string? SurveyOnly { get; init; }
    public string? RegisterOnly { get; init; }
    public string? Source { get; init; }

    public ProblemList ToList() => new(Typed.Unit(Unit), Typed.Day(FromDay, "FromDay"), Typed.Day(LastDay, "LastDay"), (long)(Typed.Number(BothLists, "BothLists") ?? -1), (long)(Typed.Number(SurveyOnly, "SurveyOnly") ?? -1), (long)(Typed.Number(RegisterOnly, "RegisterOnly") ?? -1), Source);
}

/// <summary>Reads what was typed, or says what is wrong with it.</summary>
static class Typed
{
    public static Id<Unit> Unit(string? typed) => Id<Unit>.TryParse(typed, null, out var id) ? id : throw new Invalid("Unit", "Choose a unit.");
    public static DateOnly Day(string? typed, string field) => Ui.Forms.Day(typed) ?? throw new Invalid(field, "Give the day as 2031-01-31.");

    public static double? Number(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw new Invalid(field, "{0} is no number.", typed);
}

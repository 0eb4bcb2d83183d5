using System.Text.Json;
namespace Regard.Loyalty;

/// <summary>What counts as a customer's lifetime value: how far ahead, and what a later year's money is worth less.</summary>
public sealed record ValueTerms
{
    const string Setting = "value-terms";
    const double WeeksInYear = 365.25 / 7;

    public double Years { get; init; } = 3;
    /// <summary>Share that an amount a year ahead is worth less, 0 to 1.</summary>
    public double YearlyDiscount { get; init; } = 0.1;

    internal double Weeks => Years * WeeksInYear;
    internal double WeeklyRate => -Math.Log(1 - YearlyDiscount) / WeeksInYear;

    internal static async Task<ValueTerms> Of(Session s) =>
        await s.Maybe<string>("select value from settings where name = @Setting", new { Setting }) is { } text ? JsonSerializer.Deserialize<ValueTerms>(text)! : new();

    internal Task Keep(Session s) => s.Write("insert into settings (name, value) values (@Setting, @text) on conflict (name) do update set value = @text", new { Setting, text = JsonSerializer.Serialize(this) });
}

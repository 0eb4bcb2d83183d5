using System.Globalization;
using Regard.Loyalty;
namespace Regard.Web.Loyalty;

/// <summary>What was typed into the rules; at first what is in force.</summary>
public sealed record RulesTyped
{
    public string? Basis { get; init; }
    public string? Method { get; init; }
    public string? Months { get; init; }
    public string? CutA { get; init; }
    public string? CutB { get; init; }
    public string? CutC { get; init; }
    public string? Days { get; init; }
    public string? Years { get; init; }
    public string? YearlyDiscount { get; init; }

    public static RulesTyped Of(LoyaltyRules rules)
    {
        if (rules.Grades.FirstOrDefault() is not { } g) return new() { Months = "12", CutA = "50", CutB = "80", CutC = "95" };
        string Cut(int i) => (g.Method == GradeMethod.Shares ? 100 * g.Cuts[i] : g.Cuts[i] / Math.Pow(10, Money.Decimals(rules.Currency ?? ""))).ToString("0.####", CultureInfo.InvariantCulture);
        return new() { Basis = g.Basis.ToString(), Method = g.Method.ToString(), Months = $"{g.Months}", CutA = Cut(0), CutB = Cut(1), CutC = Cut(2) };
    }

    public SetGradeRule ToRule(string? currency)
    {
        if (!Enum.TryParse<GradeBasis>(Basis, out var basis) || !Enum.TryParse<GradeMethod>(Method, out var method)) throw new Invalid("Basis", "Choose what customers are worth by.");
        var unit = method == GradeMethod.Shares ? 0.01 : Math.Pow(10, Money.Decimals(currency ?? ""));
        return new(basis, method, int.TryParse(Months, out var months) ? months : 0, [.. new[] { CutA, CutB, CutC }.Select(c => Number(c) * unit)]);
    }

    public static double Number(string? typed) => double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}

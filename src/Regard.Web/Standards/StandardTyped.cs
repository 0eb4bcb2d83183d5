using System.Globalization;
using Regard.Organisation;
using Regard.Standards;
using Regard.Web.Ui;
namespace Regard.Web.Standards;

/// <summary>A standard as it is typed.</summary>
public sealed record StandardTyped
{
    const int EmptyLines = 2;

    public string? Code { get; init; }
    public Text Names { get; init; } = [];
    public Text Says { get; init; } = [];
    public IReadOnlyList<string> Indicators { get; init; } = [];
    public StandardKind Kind { get; init; }
    public string? Demanded { get; init; } = "100";
    public string? Minimum { get; init; } = "100";
    public string? Limit { get; init; }
    public string? UnitOfMeasure { get; init; }
    public bool CustomerFacing { get; init; } = true;
    /// <summary>In percent.</summary>
    public string? Tolerance { get; init; }
    public StandardOrigin Origin { get; init; }
    public string? Owner { get; init; }
    public string? Step { get; init; }
    public IReadOnlyList<(string Grade, string Level)> Grades { get; init; } = [];
    public string? FromDay { get; init; }

    public IEnumerable<(string Grade, string Level)> Lines => Grades.Concat(Enumerable.Repeat(("", ""), EmptyLines));

    internal static StandardTyped Of(Standard s, DateOnly today) => new()
    {
        Code = s.Code, Names = s.Names, Says = s.Says, Indicators = s.Indicators, Kind = s.Kind, Demanded = StandardWords.Plain(s.Demanded), Minimum = StandardWords.Plain(s.Minimum), Limit = StandardWords.Plain(s.Limit), UnitOfMeasure = s.UnitOfMeasure,
        CustomerFacing = s.CustomerFacing, Tolerance = StandardWords.Plain(100 * s.Tolerance), Origin = s.Origin, Owner = s.OwnerUnitId?.ToString(), Step = s.StepId?.ToString(),
        Grades = [.. s.Grades.Select(g => (g.Grade, StandardWords.Plain(g.Limit ?? g.Demanded)))], FromDay = (s.FromDay > today ? s.FromDay : today).Iso(),
    };

    internal static StandardTyped Read(IFormCollection sent) => new()
    {
        Code = sent["Code"], Names = sent.Text("Names"), Says = sent.Text("Says"), Indicators = [.. sent["Indicators"].OfType<string>().Where(c => c.Length > 0)], Kind = Enum.TryParse<StandardKind>(sent["Kind"], out var kind) ? kind : (StandardKind)(-1),
        Demanded = sent["Demanded"], Minimum = sent["Minimum"], Limit = sent["Limit"], UnitOfMeasure = sent["UnitOfMeasure"], CustomerFacing = sent["CustomerFacing"] != "false", Tolerance = sent["Tolerance"],
        Origin = sent["Origin"] == nameof(StandardOrigin.OutsideIn) ? StandardOrigin.OutsideIn : StandardOrigin.InsideOut, Owner = sent["OwnerUnitId"], Step = sent["StepId"], FromDay = sent["FromDay"],
        Grades = [.. sent["Grade"].Zip(sent["GradeLevel"], (g, level) => (g?.Trim() ?? "", level?.Trim() ?? "")).Where(g => g.Item1.Length > 0 || g.Item2.Length > 0)],
    };

    internal StandardTerms Terms => new()
    {
        Names = Names, Says = Says, Indicators = Indicators, Kind = Kind, Demanded = Kind == StandardKind.Graded ? Number(Demanded) ?? double.NaN : 100, Minimum = Kind == StandardKind.Graded ? Number(Minimum) ?? double.NaN : 100,
        Limit = Kind == StandardKind.Limit ? Number(Limit) : null, UnitOfMeasure = UnitOfMeasure, CustomerFacing = CustomerFacing, Tolerance = Number(Tolerance) / 100, Origin = Origin,
        OwnerUnitId = Id<Unit>.TryParse(Owner, null, out var owner) ? owner : null, StepId = Id<BlueprintStep>.TryParse(Step, null, out var step) ? step : null,
        Grades = [.. Grades.Select(g => Kind == StandardKind.Limit ? new GradeLevel(g.Grade, null, Number(g.Level)) : new GradeLevel(g.Grade, Number(g.Level), null))],
    };

    internal DateOnly From => Forms.Day(FromDay) ?? throw new Invalid(nameof(FromDay), "Choose a day.");

    static double? Number(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}

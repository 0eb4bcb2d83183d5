using System.Text.Json;
using Regard.Organisation;
namespace Regard.Standards;

/// <summary>All that a standard demands, as somebody writes it down.</summary>
public sealed record StandardTerms
{
    public const int LongestName = 200, LongestSentence = 2000, MostIndicators = 20, MostGrades = 20;

    public required Text Names { get; init; }
    public required Text Says { get; init; }
    public required IReadOnlyList<string> Indicators { get; init; }
    public StandardKind Kind { get; init; }
    /// <summary>0 to 100; read only where the standard is graded.</summary>
    public double Demanded { get; init; } = 100;
    public double Minimum { get; init; } = 100;
    public double? Limit { get; init; }
    public string? UnitOfMeasure { get; init; }
    public bool CustomerFacing { get; init; } = true;
    /// <summary>0 to 1.</summary>
    public double? Tolerance { get; init; }
    public StandardOrigin Origin { get; init; }
    public Id<Unit>? OwnerUnitId { get; init; }
    public Id<BlueprintStep>? StepId { get; init; }
    public IReadOnlyList<GradeLevel> Grades { get; init; } = [];

    internal bool IsGraded => Kind == StandardKind.Graded;
    internal double DemandedLevel => IsGraded ? Demanded : 100;
    internal double MinimumLevel => IsGraded ? Minimum : 100;
    internal string? GradeLevels => Grades.Count == 0 ? null : JsonSerializer.Serialize(Grades, JsonSerializerOptions.Web);

    internal IEnumerable<Problem> Check()
    {
        if (Names.IsEmpty) yield return new(nameof(Names), "Give it a name.");
        if (Says.IsEmpty) yield return new(nameof(Says), "Say what is to be done, in one sentence.");
        if (Names.Values.Any(t => t.Length > LongestName)) yield return new(nameof(Names), "At most {0} characters.", LongestName);
        if (Says.Values.Any(t => t.Length > LongestSentence)) yield return new(nameof(Says), "At most {0} characters.", LongestSentence);
        if (Indicators.Count is 0 or > MostIndicators) yield return new(nameof(Indicators), "Choose the indicators that it serves, at most {0}.", MostIndicators);
        foreach (var problem in Levels()) yield return problem;
        foreach (var problem in Errors()) yield return problem;
    }

    IEnumerable<Problem> Levels()
    {
        if (!Enum.IsDefined(Kind)) yield return new(nameof(Kind), "Choose how it is kept.");
        if (IsGraded)
        {
            if (Demanded is not (> 0 and <= 100)) yield return new(nameof(Demanded), "A level lies over 0 and at most at 100.");
            if (!(Minimum >= 0 && Minimum <= Demanded)) yield return new(nameof(Minimum), "The minimum lies between 0 and the level demanded.");
        }
        if (Kind == StandardKind.Limit)
        {
            if (!(Limit > 0 && double.IsFinite(Limit.Value))) yield return new(nameof(Limit), "Set a limit over zero.");
            if (string.IsNullOrWhiteSpace(UnitOfMeasure)) yield return new(nameof(UnitOfMeasure), "Say what the limit is measured in, such as minutes.");
        }
        if (UnitOfMeasure?.Length > LongestName) yield return new(nameof(UnitOfMeasure), "At most {0} characters.", LongestName);
        if (Grades.Count > MostGrades || Grades.Any(g => string.IsNullOrWhiteSpace(g.Grade) || g.Grade.Length > LongestName || g is { Demanded: null, Limit: null } || g.Demanded is < 0 or > 100 || g.Limit is <= 0)
            || Grades.DistinctBy(g => g.Grade).Count() < Grades.Count)
            yield return new(nameof(Grades), "Give each grade once, with a level from 0 to 100 or a limit over zero.");
    }

    IEnumerable<Problem> Errors()
    {
        if (!CustomerFacing)
        {
            if (Tolerance is < 0 or >= 1 or double.NaN) yield return new(nameof(Tolerance), "A tolerance is a share under 100 %.");
            yield break;
        }
        if (Tolerance is not null and not 0) yield return new(nameof(Tolerance), "What customers meet allows no errors: whoever is the one meets all of it. Leave the tolerance out.");
        foreach (var (field, texts) in new[] { (nameof(Names), Names), (nameof(Says), Says) })
            if (texts.Values.Select(ErrorRates.Find).FirstOrDefault(found => found is not null) is { } allowed)
                yield return new(field, "“{0}” allows errors to customers. Demand that it is done every time, or set a limit such as 10 minutes.", allowed);
    }
}

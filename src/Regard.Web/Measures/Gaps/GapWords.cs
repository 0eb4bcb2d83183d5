using Regard.Measures;
using Regard.Surveys;
namespace Regard.Web.Measures.Gaps;

/// <summary>How the gaps are said.</summary>
static class GapWords
{
    public static IReadOnlyList<(Words Name, Words Meaning, Func<GapLine, Figure> Of)> Gaps { get; } =
    [
        (Words.Of("1 Knowledge"), Words.Of("Expected less what management believes is expected"), g => g.Knowledge),
        (Words.Of("2 Standards"), Words.Of("Believed less what the standards demand"), g => g.Standards),
        (Words.Of("3 Delivery"), Words.Of("Demanded less delivered"), g => g.Delivery),
        (Words.Of("4 Promise"), Words.Of("Promised less delivered"), g => g.Communication),
        (Words.Of("5 Service"), Words.Of("Expected less perceived"), g => g.Service),
    ];

    public static IReadOnlyList<(GapLevel Level, Words Name, Words From, Func<GapLine, Figure> Of)> Levels { get; } =
    [
        (GapLevel.Expected, Words.Of("Expected"), Words.Of("by customers, survey"), g => g.Expected),
        (GapLevel.Believed, Words.Of("Believed"), Words.Of("by management, mirror"), g => g.Believed),
        (GapLevel.Demanded, Words.Of("Demanded"), Words.Of("by standards"), g => g.Demanded),
        (GapLevel.Delivered, Words.Of("Actually delivered"), Words.Of("by visits and measurement"), g => g.Delivered),
        (GapLevel.Perceived, Words.Of("Perceived"), Words.Of("by customers, survey"), g => g.Perceived),
    ];

    public static Words Said(this GapLevel level) => Levels.First(l => l.Level == level).Name;

    /// <summary>Whether a gap is surely a shortfall (1), surely the other way (-1), or cannot be told from none (0).</summary>
    public static int Tells(Figure gap) => gap.Given ? gap.Lower > 0 ? 1 : gap.Upper < 0 ? -1 : 0 : 0;

    public static (Words Name, Words Meaning) Said(this RaterWeighting weighting) => weighting switch
    {
        RaterWeighting.Stated => (Words.Of("Stated weights"), Words.Of("by how important customers say each is")),
        RaterWeighting.Derived => (Words.Of("Derived weights"), Words.Of("by what explains overall satisfaction (LMG), taken as given")),
        _ => (Words.Of("Equal weights"), Words.Of("each counts a fifth")),
    };

    public static Words Said(this Claim claim) => (claim.Says, claim.Holds) switch
    {
        (RaterClaim.CustomersReliabilityAndResponsiveness, true) => Words.Of("Your customers put reliability and responsiveness before the rest."),
        (RaterClaim.CustomersReliabilityAndResponsiveness, false) => Words.Of("Your customers put the rest before reliability and responsiveness."),
        (RaterClaim.CustomersReliabilityAndResponsiveness, null) => Words.Of("Whether reliability and responsiveness come first for your customers cannot be told."),
        (_, true) => Words.Of("Your managers put tangibles before the rest."),
        (_, false) => Words.Of("Your managers put the rest before tangibles."),
        _ => Words.Of("Whether tangibles come first for your managers cannot be told."),
    };

    public static Words Asked(Part side) => Words.Of(side switch
    {
        Part.Importance => "How important it is",
        Part.Perceived => "How good it is",
        _ => "What is expected",
    });
}

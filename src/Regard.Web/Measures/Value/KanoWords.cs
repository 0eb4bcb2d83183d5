using Regard.Statistics;
namespace Regard.Web.Measures.Value;

/// <summary>How the classes are said.</summary>
static class KanoWords
{
    public static IReadOnlyList<KanoClass> Classes { get; } = [KanoClass.Attractive, KanoClass.OneDimensional, KanoClass.MustBe, KanoClass.Indifferent, KanoClass.Reverse, KanoClass.Questionable];

    public static Words Said(this KanoClass kind) => Words.Of(kind switch
    {
        KanoClass.MustBe => "Must-be",
        KanoClass.OneDimensional => "One-dimensional",
        KanoClass.Attractive => "Attractive",
        KanoClass.Indifferent => "Indifferent",
        KanoClass.Reverse => "Reverse",
        _ => "Questionable",
    });

    public static Words Meaning(this KanoClass kind) => Words.Of(kind switch
    {
        KanoClass.MustBe => "taken for granted; its lack angers",
        KanoClass.OneDimensional => "the more the better, the less the worse",
        KanoClass.Attractive => "delights; its lack is not missed",
        KanoClass.Indifferent => "leaves people cold",
        KanoClass.Reverse => "unwanted",
        _ => "the two answers contradict each other",
    });

    public static string Colour(this KanoClass kind) => kind switch
    {
        KanoClass.MustBe => "#c92a2a", KanoClass.OneDimensional => "#1c7ed6", KanoClass.Attractive => "#2b8a3e", KanoClass.Indifferent => "#868e96", KanoClass.Reverse => "#9c36b5", _ => "#e67700",
    };
}

using Regard.Measures;
namespace Regard.Web.Measures.Swot;

/// <summary>How the four fields are said.</summary>
static class SwotWords
{
    public static Words Said(this SwotSide side) => Words.Of(side switch
    {
        SwotSide.Strength => "Strengths",
        SwotSide.Weakness => "Weaknesses",
        SwotSide.Opportunity => "Opportunities",
        _ => "Threats",
    });

    public static Words Meaning(this SwotSide side) => Words.Of(side switch
    {
        SwotSide.Strength => "Important and good, or really ahead of a competitor",
        SwotSide.Weakness => "Important and poor, or really behind a competitor",
        SwotSide.Opportunity => "Where a competitor's customers are surely less satisfied than with it all in all",
        _ => "Where a competitor's customers are surely more satisfied than with it all in all",
    });

    public static string Tone(this SwotSide side) => side switch { SwotSide.Strength => "swot-strength", SwotSide.Weakness => "swot-weakness", SwotSide.Opportunity => "swot-opportunity", _ => "swot-threat" };
}

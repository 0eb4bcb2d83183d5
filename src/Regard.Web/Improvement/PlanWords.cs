using Regard.Improvement;
using Regard.Statistics;
namespace Regard.Web.Improvement;

static class PlanWords
{
    public static Words Said(this PlanState state) => Words.Of(state switch
    {
        PlanState.Draft => "Draft plan",
        PlanState.Started => "In work",
        PlanState.Done => "Finished",
        _ => "Dropped",
    });

    public static string Colour(this PlanState state) => state switch
    {
        PlanState.Draft => "bg-yellow-lt",
        PlanState.Started => "bg-azure-lt",
        PlanState.Done => "bg-green-lt",
        _ => "bg-secondary-lt",
    };

    public static string Colour(this Verdict verdict) => verdict switch
    {
        Verdict.Effective => "bg-green-lt",
        Verdict.Harmful => "bg-red-lt",
        _ => "bg-secondary-lt",
    };
}

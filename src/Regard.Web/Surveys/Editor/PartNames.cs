using Regard.Surveys;
namespace Regard.Web.Surveys.Editor;

/// <summary>What those who make forms call the parts.</summary>
static class PartNames
{
    public static Words Of(Part part) => part switch
    {
        Part.Expected => Words.Of("Expected"),
        Part.Perceived => Words.Of("Perceived"),
        Part.Importance => Words.Of("Importance"),
        Part.Overall => Words.Of("Satisfaction all in all"),
        Part.Effort => Words.Of("Effort (high is much)"),
        Part.Delivered => Words.Of("What was delivered (seen by who visits; counts in no index of customers)"),
        Part.Other => Words.Of("Something beside the service (counts in no index)"),
        _ => Words.Of("Recommendation"),
    };

    public static Words Of(Trait trait) => Words.Of(trait switch
    {
        Trait.Participation => "How far the customer took part (from low to high)",
        Trait.HadProblem => "Whether there was a problem",
        Trait.ToldUs => "Whether we were told of the problem",
        Trait.Severity => "How grave the problem was",
        Trait.Price => "What it cost the customer",
        Trait.Circumstances => "Circumstances, such as age or income",
        Trait.SwitchingCost => "How hard it would be to change",
        Trait.PricePerception => "How fair the prices seem",
        Trait.Image => "Image",
        Trait.Habit => "Habit",
        Trait.ShareOfWallet => "Share of spending with us, 0 to 100",
        Trait.LeaderVision => "Of a leader: vision",
        Trait.LeaderTrust => "Of a leader: trust in people",
        Trait.LeaderLoveOfWork => "Of a leader: love of the work",
        Trait.LeaderHonesty => "Of a leader: honesty",
        _ => "Whether we are the first choice",
    });
}

using Regard.Loyalty;
using Regard.Statistics;
namespace Regard.Web.Loyalty.Pay;

static class PayWords
{
    /// <summary>Why a number is not given.</summary>
    public static Words Why(Withholding reason) => Words.Of(reason switch
    {
        Withholding.TooFew or Withholding.TooFewUnits => "Too few data",
        Withholding.NoSpread => "Nothing varies",
        Withholding.DenominatorNearZero => "Nobody told: no bounds",
        _ => "Not known",
    });

    /// <summary>Why there is no curve.</summary>
    public static Words Why(NoCurve reason, int customers) => reason switch
    {
        NoCurve.TooFewCustomers => Words.Of("{0} customers answered long enough ago; a curve needs {1}.", customers, WorthCurve.FewestCustomers),
        NoCurve.NothingVaries => Words.Of("All customers were equally satisfied, or all did the same: nothing tells what satisfaction is worth."),
        _ => Words.Of("The answers differ in too few steps for a curve."),
    };

    /// <summary>Why there is no model of odds.</summary>
    public static Words Why(OddsRefusal reason, OddsFigures model) => reason switch
    {
        OddsRefusal.TooFewRows => Words.Of("Too few customers for a model: {0}.", model.N),
        OddsRefusal.TooFewYes => Words.Of("Too few said or did so for a model: {0} of {1}.", model.Yes, model.N),
        OddsRefusal.TooFewNo => Words.Of("Almost all said or did so: {0} of {1}. That leaves nothing to tell them apart by.", model.Yes, model.N),
        OddsRefusal.NothingKnown => Words.Of("Of too few customers is anything known that could tell them apart."),
        OddsRefusal.Separated => Words.Of("What is known parts them without exception: no odds can be told."),
        _ => Words.Of("The data do not determine the model."),
    };

    /// <summary>Why there is no optimum.</summary>
    public static Words Why(OptimumReason reason, bool costed) => Words.Of(reason switch
    {
        OptimumReason.NoRelation => "Not identifiable: the outcome does not rise with satisfaction in these data.",
        OptimumReason.NeverPays when !costed => "Not identifiable: the outcome rises a little, but chance alone could make it so.",
        OptimumReason.NeverPays => "Not identifiable: these data do not show that even the first point above the lowest brings what it costs.",
        OptimumReason.StillPaysAtTheTop => "Not identifiable: up to the highest satisfaction measured, one more point may still pay. Where it stops doing so, these data do not show.",
        _ => "Not identifiable: chance alone could put the point at either end of the scale.",
    });
}

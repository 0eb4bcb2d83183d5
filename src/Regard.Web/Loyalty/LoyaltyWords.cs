using Regard.Loyalty;
using Regard.Statistics;
namespace Regard.Web.Loyalty;

static class LoyaltyWords
{
    public static Words Said(this GradeBasis basis) => Words.Of(basis switch
    {
        GradeBasis.Revenue => "Revenue",
        GradeBasis.Profit => "Gross profit",
        _ => "Expected lifetime value",
    });

    /// <summary>Why a model of purchases was not fitted.</summary>
    public static Words Why(string reason) => Words.Of(Enum.Parse<LifetimeReason>(reason) switch
    {
        LifetimeReason.TooFewCustomers => "Too few customers to fit a model.",
        LifetimeReason.NoRepeatPurchase => "Nobody bought a second time, so nothing tells how often customers buy.",
        LifetimeReason.NoTime => "All customers are of today: there was no time to buy again.",
        LifetimeReason.EqualRates => "All customers buy at the same rate: the model does not fit.",
        LifetimeReason.NoDropOut => "Nobody seems to drop out: the model does not fit.",
        LifetimeReason.EqualDropOut => "All customers drop out alike: the model does not fit.",
        LifetimeReason.TooFewAmounts => "Too few repeat purchases carry an amount.",
        LifetimeReason.EqualAmounts => "All amounts are equal: nothing tells customers apart.",
        _ => "The data do not determine the model.",
    });
}

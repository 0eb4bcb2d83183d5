using Regard.Statistics;
namespace Regard.Loyalty;

/// <summary>Why no limits can be drawn, in words.</summary>
static class ChurnRefusal
{
    public static Words Said(DataRefused refused) => refused.Fault == DataFault.Constant
        ? Words.Of("The rates do not vary, so nothing says how much they usually do.")
        : Words.Of("Limits need at least {0} whole quarters with customers who could be lost.", XmrChart.Fewest);
}

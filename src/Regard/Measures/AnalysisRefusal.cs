using Regard.Statistics;
namespace Regard.Measures;

/// <summary>Why an analysis says nothing, in words for those who look at the page.</summary>
static class AnalysisRefusal
{
    public static Words Said(DataRefused refused) => refused.Fault switch
    {
        DataFault.TooFewRows or DataFault.Empty => Words.Of("Too few customers answered the questions that this rests on."),
        DataFault.Constant => Words.Of("Everybody gave the same answer to {0}: there is nothing to explain by it.", string.Join(", ", refused.Columns)),
        DataFault.Collinear => Words.Of("The answers to {0} go together so closely that they cannot be told apart.", string.Join(", ", refused.Columns)),
        _ => Words.Of("This cannot be worked out from the answers of this wave."),
    };

    public static Words Withheld { get; } = Words.Of("Withheld: too few answered here, or a smaller group would be given away.");
}

namespace Regard.Surveys;

static class ResponseRules
{
    public const int LongestSegment = 100;
    const double LargestWeight = 1_000_000;

    public static bool IsWeight(double weight) => weight is > 0 and <= LargestWeight;
}

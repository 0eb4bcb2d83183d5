using Regard.Measures;
using Regard.Statistics;
using Regard.Surveys;
using Regard.Web.Ui;
namespace Regard.Web.Measures;

/// <summary>Numbers of measures as people read them.</summary>
static class MeasureWords
{
    public static string Value(this Tongue l, Measure measure, double value) => Definition.Of(measure).Unit switch
    {
        MeasureUnit.Percent => l.Number(value) + " %",
        MeasureUnit.Points or MeasureUnit.NetPoints => l.Signed(value),
        _ => l.Number(value),
    };

    public static string Interval(this Tongue l, Measure measure, Figure figure) => Definition.Of(measure).Unit is MeasureUnit.Points or MeasureUnit.NetPoints
        ? $"{l.Signed(figure.Lower!.Value)} … {l.Signed(figure.Upper!.Value)}"
        : $"{l.Number(figure.Lower)}–{l.Number(figure.Upper)}";

    public static Words Said(this WaveState state) => Words.Of(state switch
    {
        WaveState.Planned => "Planned",
        WaveState.Open => "Taking answers",
        WaveState.Closed => "Closed",
        _ => "Frozen",
    });

    public static Words Said(this Aspect aspect) => Words.Of(aspect switch
    {
        Aspect.Expected => "Expected",
        Aspect.Gap => "Gap",
        Aspect.Ratio => "Ratio",
        Aspect.Importance => "Importance",
        _ => "Perceived",
    });

    public static Words Said(this Quadrant quadrant) => Words.Of(quadrant switch
    {
        Quadrant.KeepUp => "Keep up",
        Quadrant.Concentrate => "Work on this first",
        Quadrant.LowPriority => "Can wait",
        _ => "More than is asked for",
    });

    public static Words Said(this ChartRule rule) => Words.Of(rule switch
    {
        ChartRule.BeyondLimits => "Outside the limits",
        ChartRule.NineOnOneSide => "Nine in a row on one side",
        ChartRule.SixRisingOrFalling => "Six in a row rising or falling",
        ChartRule.TwoOfThreeBeyondTwoSigma => "Two of three far from the mean",
        ChartRule.FourOfFiveBeyondOneSigma => "Four of five on one side of the mean",
        ChartRule.SumTooHigh or ChartRule.SumTooLow => "A small lasting shift",
        _ => "A jump larger than usual",
    });

    public static Words Said(this Part part) => Words.Of(part switch
    {
        Part.Expected => "Expected",
        Part.Importance => "Importance",
        Part.Overall => "Overall satisfaction",
        Part.Effort => "Effort",
        Part.Recommendation => "Recommendation",
        Part.Other => "Beside the service",
        Part.Delivered => "What was delivered",
        _ => "Perceived",
    });
}

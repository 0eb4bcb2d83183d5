namespace Regard.Statistics.Tests.Agreement;

/// <summary>alpha_mobi.json: R 4.2.2, psych 2.2.9 alpha(check.keys = FALSE); Feldt's interval by qf.</summary>
public sealed class AlphaReferenceTests
{
    [Theory]
    [InlineData("Image"), InlineData("Expectation"), InlineData("Quality"), InlineData("Satisfaction"), InlineData("Loyalty")]
    public void Alpha_equals_the_reference(string construct)
    {
        var (mobi, expected) = (Reference.Data("mobi.csv"), Reference.Results("alpha_mobi.json")[construct]!);
        var actual = CronbachAlpha.Of(mobi.Moments(from: 1), mobi.Slots(expected["items"]));
        Reference.Close(expected["raw_alpha"].Number(), actual.Alpha.Value);
        Reference.Close(expected["std_alpha"].Number(), actual.Standardised);
        Reference.Close(expected["feldt_95"]![0].Number(), actual.Alpha.Lower);
        Reference.Close(expected["feldt_95"]![1].Number(), actual.Alpha.Upper);
        foreach (var item in actual.Items)
        {
            Reference.Close(expected["alpha_if_deleted"]![mobi.Header[item.Slot]].Number(), item.AlphaWithout);
            Reference.Close(expected["corrected_item_total_r"]![mobi.Header[item.Slot]].Number(), item.RestCorrelation);
        }
    }
}

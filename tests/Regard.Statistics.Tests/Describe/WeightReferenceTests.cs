namespace Regard.Statistics.Tests.Describe;

/// <summary>weights_raking.json: R 4.2.2, survey 4.1.1, svymean with the raked weights taken as fixed.</summary>
public sealed class WeightReferenceTests
{
    [Theory]
    [InlineData("sat1"), InlineData("loy1")]
    public void A_weighted_mean_and_its_linearised_error_equal_svymean(string item)
    {
        var (data, expected) = (Reference.Data("satisfaction.csv"), Reference.Results("weights_raking.json"));
        var (image, answers, builder) = (data.Numbers("imag1"), data.Numbers(item), new MomentsBuilder(1));
        foreach (var (i, row) in data.Rows.Index())
            builder.Add([(byte)answers[i]], expected["raked_weight_by_cell"]![$"{row[data.Slot("gender")]} {(image[i] >= 8 ? "A" : "B")}"].Number());
        var mean = SlotMeans.Of(builder.ToMoments()).Mean(0);
        Reference.Close(expected["raked_mean"]![item].Number(), mean.Value);
        Reference.Close(expected["weighted_se_fixed_weights"]![item].Number(), mean.StandardError);
        Reference.Close(expected["kish_effective_n"].Number(), mean.EffectiveN);
    }
}

namespace Regard.Statistics.Tests.Sampling;

/// <summary>R 4.2.2, survey 4.1.1: svydesign(ids = ~c, strata = ~h, weights = ~w, fpc = ~N, nest = TRUE), svymean, svyratio, svyby with svycontrast; 2026-11-22.</summary>
public sealed class DesignTests
{
    static readonly double?[] Y = [7, 5, 8, 6, 9, 4, 7, 8, 3, 6, 5, 9], X = [6, 5, 7, 7, 8, 5, 6, 9, 4, 5, 5, 7];
    static readonly string[] Strata = ["a", "a", "a", "a", "a", "a", "b", "b", "b", "b", "b", "b"], Clusters = ["1", "1", "2", "2", "3", "3", "1", "1", "2", "2", "3", "3"];
    static readonly double[] Weights = [1, 2, 1, 1, 2, 1, 1.5, 1, 1, 2, 1, 1], Populations = [10, 10, 10, 10, 10, 10, 6, 6, 6, 6, 6, 6];

    static SlotMeans Means(params double?[][] columns) => DesignMeans.Of(columns, Weights, Strata, Clusters, Populations);

    [Fact]
    public void Means_from_finite_strata_of_clusters_equal_those_of_survey()
    {
        var means = Means(Y, X);
        Reference.Close(6.4838709677419355, means.Mean(0).Value);
        Reference.Close(0.3710654387673195, means.Mean(0).StandardError);
        Reference.Close(0.1362667443404102, means.Covariance(0, 1));
        Reference.Close(0.4635532787125056, DesignMeans.Of([Y], Weights, populations: [.. Enumerable.Repeat(40.0, 12)]).Mean(0).StandardError);
    }

    [Fact]
    public void The_ratio_equals_that_of_survey()
    {
        var ratio = Means(Y, X).RatioOf([0], [1]);
        Reference.Close(1.057894736842105, ratio.Value);
        Reference.Close(0.01382521807695162, ratio.StandardError);
    }

    [Fact]
    public void Two_groups_that_share_clusters_differ_by_what_survey_says()
    {
        double?[] first = [.. Y.Select((y, i) => i % 2 == 0 ? y : null)], second = [.. Y.Select((y, i) => i % 2 == 1 ? y : null)];
        var difference = Means(first, second).Difference([0], [1]);
        Reference.Close(6.866666666666666 - 6.125, difference.Value);
        Reference.Close(0.5706486471308087, difference.StandardError);
    }

    [Fact]
    public void A_population_smaller_than_the_sample_is_refused() =>
        Assert.Throws<ArgumentException>(() => DesignMeans.Of([Y], populations: [.. Enumerable.Repeat(5.0, 12)]));

    [Fact]
    public void Design_effects_equal_that_of_survey_and_kishs_formulas()
    {
        var (data, expected) = (Reference.Data("satisfaction.csv"), Reference.Results("weights_raking.json"));
        var raked = Raking.Fit(
            [RakingMargin.Of("gender", new Dictionary<string, double> { ["female"] = 520, ["male"] = 480 }), RakingMargin.Of("group", new Dictionary<string, double> { ["A"] = 600, ["B"] = 400 })],
            [[.. data.Rows.Select(r => r[data.Slot("gender")])], [.. data.Numbers("imag1").Select(x => x >= 8 ? "A" : "B")]]);
        double?[] answers = [.. data.Numbers("sat1").Cast<double?>()];
        Reference.Close(expected["kish_deff"].Number(), DesignEffect.OfWeights(raked.Weights));
        // survey's deff takes the weights as fixed.
        Reference.Close(expected["design_effect_replace_sat1"].Number(), DesignEffect.Of(DesignMeans.Of([answers], raked.Weights).Mean(0), answers, raked.Weights));
        Assert.Equal(1.95, DesignEffect.OfClusters(20, 0.05), 1e-12);
        Assert.Equal(1, DesignEffect.Of(DesignMeans.Of([Y]).Mean(0), Y)!.Value, 1e-12);
    }
}

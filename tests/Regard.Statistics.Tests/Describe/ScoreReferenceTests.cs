using System.Text.Json.Nodes;

namespace Regard.Statistics.Tests.Describe;

/// <summary>score_mobi.json: R 4.2.2, t.test on 100 (x - 1) / 9, ratio of means with linearised error.</summary>
public sealed class ScoreReferenceTests
{
    readonly Table mobi = Reference.Data("mobi.csv");
    readonly JsonNode expected = Reference.Results("score_mobi.json");
    readonly Moments moments;
    readonly SlotMeans scores;

    public ScoreReferenceTests()
    {
        moments = mobi.Moments(from: 1);
        scores = SlotMeans.Scores(moments, [.. mobi.Header.Select(_ => new Scale(1, 10))]);
    }

    [Fact]
    public void Item_scores_equal_those_of_t_test()
    {
        foreach (var item in expected["items"]!.AsArray())
        {
            var score = scores.Mean(mobi.Slot(item!["item"]!.GetValue<string>()));
            Assert.Equal(item["n"].Number(), score.N);
            Agree(item, "score", score);
        }
    }

    [Fact]
    public void The_perceived_and_the_expected_level_equal_the_reference()
    {
        Agree(expected["perceived"]!, "score", scores.MeanOf(Slots("perceived")));
        Agree(expected["expected"]!, "score", scores.MeanOf(Slots("expected")));
    }

    [Fact]
    public void Disconfirmation_equals_the_reference() =>
        Agree(expected["disconfirmation"]!, "estimate", scores.Difference(Slots("perceived"), Slots("expected")));

    [Fact]
    public void The_satisfaction_ratio_equals_the_reference() =>
        Agree(expected["ratio"]!, "estimate", scores.RatioOf(Slots("perceived"), Slots("expected")));

    int[] Slots(string level) => mobi.Slots(expected[level]!["items"]);

    static void Agree(JsonNode reference, string name, Estimate estimate)
    {
        Reference.Close(reference[name].Number(), estimate.Value);
        Reference.Close(reference["se"].Number(), estimate.StandardError);
        if (reference["lower"] is null) return;
        Reference.Close(reference["lower"].Number(), estimate.Lower);
        Reference.Close(reference["upper"].Number(), estimate.Upper);
    }
}

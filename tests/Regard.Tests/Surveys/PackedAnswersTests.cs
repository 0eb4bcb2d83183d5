using Regard.Surveys;
namespace Regard.Tests.Surveys;

public sealed class PackedAnswersTests
{
    static FormDocument Form { get; } = new()
    {
        Languages = ["en"],
        Pages =
        [
            new()
            {
                Items =
                [
                    new SingleItem { Key = "visit", Segment = true, Options = [new() { Key = "sales" }, new() { Key = "service" }] },
                    new BatteryItem
                    {
                        Key = "people", Parts = [Part.Expected, Part.Perceived], Scale = new() { From = 1, To = 10 }, NotApplicable = true,
                        Rows = [new() { Key = "polite", Indicator = "A1" }, new() { Key = "able", Indicator = "A2" }],
                    },
                    new NpsItem { Key = "nps" },
                    new TextItem { Key = "why", ShowIf = new() { All = [new() { Item = "nps", Op = Test.AtMost, Value = Answer.Of(6) }] } },
                ],
            },
        ],
    };

    static Answers Given { get; } = new()
    {
        ["visit"] = Answer.Of("service"), ["polite_E"] = Answer.Of(9), ["polite_P"] = Answer.Of(1), ["able_E"] = Answer.NotApplicable,
        ["nps"] = Answer.Of(0), ["why"] = Answer.Of("等太久了"),
    };

    [Fact]
    public void A_battery_gives_one_slot_for_each_row_and_part()
    {
        Assert.Equal(["polite_E", "polite_P", "able_E", "able_P", "nps"], Form.Slots.Select(s => s.Key));
        Assert.Equal([0, 1, 2, 3, 4], Form.Slots.Select(s => s.Index));
        Assert.Equal(["A1", "A1", "A2", "A2", null], Form.Slots.Select(s => s.Indicator));
    }

    [Fact]
    public void Ratings_are_kept_as_distances_from_the_low_end_and_the_rest_as_json()
    {
        var packed = PackedAnswers.Pack(Form, Given);
        Assert.Equal([8, 0, 255, 255, 0], packed.Ratings);
        Assert.Equal("""{"visit":"service","why":"等太久了"}""", packed.AnswersJson);
        Assert.True(packed.HasText);
        Assert.Equal("service", packed.Segment);
    }

    [Fact]
    public void What_was_answered_before_its_item_was_hidden_is_left_out()
    {
        var happy = new Answers(Given) { ["nps"] = Answer.Of(9) };
        var packed = PackedAnswers.Pack(Form, happy);
        Assert.Equal("""{"visit":"service"}""", packed.AnswersJson);
        Assert.False(packed.HasText);
    }

    [Fact]
    public void Unpacking_gives_back_what_was_said()
    {
        var packed = PackedAnswers.Pack(Form, Given);
        var again = PackedAnswers.Unpack(Form, packed.Ratings, packed.AnswersJson);
        Assert.Equal(Given.Where(p => !p.Value.IsNotApplicable).OrderBy(p => p.Key), again.OrderBy(p => p.Key));
    }
}

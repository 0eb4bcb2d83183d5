using Regard.Surveys;
namespace Regard.Tests.Surveys;

public sealed class AnswerRulesTests
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
                    new NpsItem { Key = "nps", Required = true },
                    new TextItem { Key = "why", Required = true, MaxLength = 4, ShowIf = new() { All = [new() { Item = "nps", Op = Test.AtMost, Value = Answer.Of(6) }] } },
                ],
            },
            new()
            {
                Items =
                [
                    new BatteryItem { Key = "b", Required = true, NotApplicable = true, Parts = [Part.Perceived], Scale = new() { From = 1, To = 5 }, Rows = [new() { Key = "a" }] },
                    new MultipleItem { Key = "which", Options = [new() { Key = "x" }, new() { Key = "y" }] },
                    new SingleItem { Key = "one", Options = [new() { Key = "x" }, new() { Key = "y" }] },
                    new NumberItem { Key = "years", Min = 0, Max = 99 },
                    new TextItem { Key = "more", ShowIf = new() { Any = [new() { Item = "why", Op = Test.Answered }, new() { Item = "which", Op = Test.Is, Value = Answer.Of("y") }] } },
                ],
            },
        ],
    };

    static IEnumerable<string> Said(Answers answers, int? page = null) => AnswerRules.Problems(Form, answers, page).Select(p => $"{p.Field}: {p.Words}");

    [Fact]
    public void A_page_asks_only_for_its_own_answers()
    {
        Assert.Equal(["nps: Please answer this."], Said([], 0));
        Assert.Equal(["a_P: Please answer this."], Said([], 1));
        Assert.Equal(2, Said([]).Count());
    }

    [Fact]
    public void A_required_item_is_required_only_when_it_is_shown()
    {
        Assert.Empty(Said(new() { ["nps"] = Answer.Of(7) }, 0));
        Assert.Equal(["why: Please answer this."], Said(new() { ["nps"] = Answer.Of(6) }, 0));
    }

    [Fact]
    public void What_does_not_apply_is_answered_where_that_is_offered()
    {
        Assert.Empty(Said(new() { ["a_P"] = Answer.NotApplicable }, 1));
        Assert.Equal(["nps: Please answer this."], Said(new() { ["nps"] = Answer.NotApplicable }, 0));
    }

    public static TheoryData<string, Answer, string> Wrong => new()
    {
        { "a_P", Answer.Of(6), "Please answer with a whole number from 1 to 5." },
        { "a_P", Answer.Of(0), "Please answer with a whole number from 1 to 5." },
        { "a_P", Answer.Of(2.5m), "Please answer with a whole number from 1 to 5." },
        { "a_P", Answer.Of("five"), "Please answer with a whole number from 1 to 5." },
        { "which", Answer.Of(["x", "z"]), "Please choose among the answers offered." },
        { "which", Answer.Of(["x", "x"]), "Please choose among the answers offered." },
        { "one", Answer.Of("z"), "Please choose one of the answers offered." },
        { "years", Answer.Of(100), "Please give a number of at most 99." },
        { "years", Answer.Of(1.5m), "Please give a whole number." },
        { "years", Answer.Of("many"), "Please answer with a number." },
        { "q9", Answer.Of(1), "This form does not ask q9." },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_answer_is_refused_in_words(string key, Answer answer, string words) =>
        Assert.Equal([$"{key}: {words}"], Said(new() { ["nps"] = Answer.Of(9), ["a_P"] = Answer.Of(1), [key] = answer }));

    [Fact]
    public void A_text_is_measured_in_characters_as_people_count_them()
    {
        Assert.Empty(Said(new() { ["nps"] = Answer.Of(1), ["why"] = Answer.Of("太慢了👨‍👩‍👧") }, 0));
        Assert.Equal(["why: Please keep it within 4 characters; it has 5."], Said(new() { ["nps"] = Answer.Of(1), ["why"] = Answer.Of("太慢了一点") }, 0));
    }

    [Fact]
    public void A_hidden_answer_hides_what_hangs_on_it()
    {
        var answers = new Answers { ["nps"] = Answer.Of(2), ["why"] = Answer.Of("x") };
        Assert.Contains("more", AnswerRules.Shown(Form, answers).Select(i => i.Key));
        answers["nps"] = Answer.Of(10);
        Assert.DoesNotContain("more", AnswerRules.Shown(Form, answers).Select(i => i.Key));
        answers["which"] = Answer.Of(["y"]);
        Assert.Contains("more", AnswerRules.Shown(Form, answers).Select(i => i.Key));
    }

    [Fact]
    public void A_posted_form_is_read_as_it_was_meant()
    {
        var posted = new Dictionary<string, string[]> { ["nps"] = ["7"], ["a_P"] = ["na"], ["which"] = ["x", "y"], ["one"] = [""], ["years"] = ["lots"], ["token"] = ["t"] };
        var answers = AnswerReader.Read(Form, key => posted.GetValueOrDefault(key, []));
        Assert.Equal(new Answers { ["nps"] = Answer.Of(7), ["a_P"] = Answer.NotApplicable, ["which"] = Answer.Of(["x", "y"]), ["years"] = Answer.Of("lots") }, answers);
    }

    [Fact]
    public void A_page_saved_again_takes_back_what_was_cleared()
    {
        var before = new Answers { ["nps"] = Answer.Of(7), ["years"] = Answer.Of(3), ["one"] = Answer.Of("x") };
        Assert.Equal(new Answers { ["nps"] = Answer.Of(7), ["one"] = Answer.Of("y") }, before.WithPage(Form.Pages[1], new() { ["one"] = Answer.Of("y"), ["nps"] = Answer.Of(1) }));
    }

    [Fact]
    public void Answers_travel_as_plain_json()
    {
        const string json = """{"nps":7,"a_P":null,"which":["x","y"],"one":"x","years":2.50}""";
        Assert.Equal(json, Answers.FromJson(json).ToJson());
        Assert.Throws<Invalid>(() => Answers.FromJson("""{"nps":{"value":7}}"""));
        Assert.Throws<Invalid>(() => Answers.FromJson("""{"nps":1,"nps":2}"""));
    }
}

using Regard.Surveys;
namespace Regard.Tests.Surveys;

public sealed class FormRulesTests
{
    static Text En(string text) => Text.OneFor(Language.English, text);
    static NpsItem Nps(string key, ShowIf? showIf = null) => new() { Key = key, Title = En(key), ShowIf = showIf };
    static ShowIf When(string item, Test op = Test.Answered, Answer? value = null) => new() { All = [new() { Item = item, Op = op, Value = value }] };
    static FormDocument Form(params Item[][] pages) => new() { Title = En("Form"), Languages = ["en"], Pages = [.. pages.Select(p => new Page { Items = p })] };
    static IEnumerable<string> Said(FormDocument d) => FormRules.Problems(d).Select(p => $"{p.Field}: {p.Words}");

    public static TheoryData<string> Templates { get; } = [.. FormTemplate.All.Where(t => t != FormTemplate.Empty)];

    [Theory, MemberData(nameof(Templates))]
    public void Templates_have_no_problems(string template) => Assert.Empty(Said(FormTemplate.Read(template)));

    [Fact]
    public void A_text_must_be_there_in_every_language_of_the_form() =>
        Assert.Equal(["pages[0].items[0].title: This text is missing in 简体中文."], Said(new FormDocument
        {
            Title = Text.Of("Form", "问卷", "問卷"), Languages = ["en", "zh-Hans"], Pages = [new() { Items = [Nps("A")] }],
        } with { Pages = [new() { Items = [new NpsItem { Key = "A", Title = En("A") }] }] }));

    [Fact]
    public void A_key_is_used_once_also_by_the_rows_of_a_battery()
    {
        var battery = new BatteryItem { Key = "B", Title = En("B"), Parts = [Part.Perceived], Rows = [new() { Key = "a", Title = En("a"), Indicator = "A" }] };
        Assert.Equal(["pages[0].items[1].key: The key a_P is used twice."], Said(Form([Nps("A_P"), battery])));
        Assert.Equal(["pages[1].items[0].key: The key a is used twice."], Said(Form([Nps("A")], [Nps("a")])));
    }

    [Theory, InlineData("1a"), InlineData(""), InlineData("a b"), InlineData("a-b"), InlineData("_a")]
    public void A_key_is_a_plain_name(string key) => Assert.Contains("pages[0].items[0].key", FormRules.Problems(Form([Nps(key)])).Select(p => p.Field));

    [Theory, InlineData(5, 5), InlineData(7, 1), InlineData(-1, 5), InlineData(0, 101)]
    public void A_scale_runs_upwards_over_at_most_a_hundred_steps(int from, int to) =>
        Assert.Equal(["pages[0].items[0].scale"], FormRules.Problems(Form([new RatingItem { Key = "A", Title = En("A"), Part = Part.Overall, Scale = new() { From = from, To = to } }])).Select(p => p.Field));

    [Fact]
    public void What_an_answer_tells_of_the_customer_fits_the_question_and_is_asked_once()
    {
        static SingleItem Choice(string key, Trait tells, params string[] options) => new() { Key = key, Title = En(key), Tells = tells, Options = [.. options.Select(o => new Choice { Key = o, Title = En(o) })] };
        Assert.Empty(Said(Form([Choice("a", Trait.HadProblem, "yes", "no"), Choice("b", Trait.Circumstances, "x", "y"), Choice("c", Trait.Circumstances, "x", "y")])));
        Assert.Equal(["pages[0].items[0].tells: An answer of this kind cannot tell that."], Said(Form([Nps("A") with { Tells = Trait.Image }])));
        Assert.Equal(["pages[0].items[1].tells: Another question tells that already."], Said(Form([Choice("a", Trait.FirstChoice, "yes", "no"), Choice("b", Trait.FirstChoice, "yes", "no")])));
        Assert.Equal(["pages[0].items[0].tells: One of the answers needs the key yes."], Said(Form([Choice("a", Trait.ToldUs, "ja", "nein")])));
        Assert.Equal(Trait.HadProblem, FormJson.Read(FormJson.Write(Form([Choice("a", Trait.HadProblem, "yes", "no")]))).Items.Single().Tells);
    }

    [Fact]
    public void A_condition_looks_only_at_what_came_before()
    {
        Assert.Empty(Said(Form([Nps("A")], [Nps("B", When("A"))])));
        Assert.Empty(Said(Form([Nps("B", When("A")), Nps("A")])));
        Assert.Equal(["pages[0].items[0].showIf: B is shown depending on A, which is asked only on a later page."], Said(Form([Nps("B", When("A"))], [Nps("A")])));
        Assert.Equal(["pages[0].items[0].showIf: B is shown depending on X, which this form does not ask."], Said(Form([Nps("B", When("X"))])));
    }

    [Fact]
    public void A_circle_of_conditions_is_refused_by_name()
    {
        Assert.Equal(["pages[0].items[0].showIf: These questions depend on one another in a circle: A → C → B → A."],
            Said(Form([Nps("A", When("C")), Nps("B", When("A")), Nps("C", When("B"))])));
        Assert.Equal(["pages[0].items[0].showIf: These questions depend on one another in a circle: A → A."], Said(Form([Nps("A", When("A"))])));
    }

    [Fact]
    public void A_condition_compares_with_an_answer_that_can_be_given()
    {
        var visit = new SingleItem { Key = "visit", Title = En("Visit"), Options = [new() { Key = "sales", Title = En("Sales") }, new() { Key = "service", Title = En("Service") }] };
        Assert.Empty(Said(Form([visit, Nps("A", When("visit", Test.Is, Answer.Of("sales")))])));
        var numbered = new SingleItem { Key = "n", Title = En("N"), Options = [new() { Key = "1", Title = En("One") }, new() { Key = "2", Title = En("Two") }] };
        Assert.Empty(Said(Form([numbered, Nps("A", When("n", Test.Is, Answer.Of(2)))])));
        Assert.True(When("n", Test.Is, Answer.Of(2)).Holds(new Answers { ["n"] = Answer.Of("2") }));
        Assert.Equal(["pages[0].items[1].showIf: visit does not offer the answer repair."], Said(Form([visit, Nps("A", When("visit", Test.Is, Answer.Of("repair")))])));
        Assert.Equal(["pages[0].items[1].showIf: visit is not a number that could be compared."], Said(Form([visit, Nps("A", When("visit", Test.AtLeast, Answer.Of(3)))])));
        Assert.Equal(["pages[0].items[1].showIf: Give the number that B is compared with."], Said(Form([Nps("B"), Nps("A", When("B", Test.AtLeast))])));
    }

    [Fact]
    public void What_makes_no_sense_is_named_at_its_place() => Assert.Equal(
        [
            "pages[0].items[0].parts: Choose what is rated: expected, perceived, importance.",
            "pages[0].items[0].rows: Add a statement to rate.",
            "pages[0].items[1].part: Ask for a recommendation with the question type made for it.",
            "pages[0].items[2].indicator: Choose the indicator that this measures.",
            "pages[0].items[3].maxLength: Allow from 1 to 10000 characters.",
            "pages[0].items[4].min: The smallest number is larger than the largest.",
            "pages[0].items[5].options: Offer at least two answers.",
            "pages[0].items[5].options[0].key: The key of an answer holds letters, digits and underscores, at most 50 of them.",
            "pages[0].items[5].options[0].title: Write this text.",
        ], Said(Form(
        [
            new BatteryItem { Key = "A", Title = En("A") },
            new RatingItem { Key = "B", Title = En("B"), Part = Part.Recommendation },
            new RatingItem { Key = "C", Title = En("C"), Part = Part.Perceived },
            new TextItem { Key = "D", Title = En("D"), MaxLength = 0 },
            new NumberItem { Key = "E", Title = En("E"), Min = 2, Max = 1 },
            new MultipleItem { Key = "F", Title = En("F"), Options = [new() { Key = "a b" }] },
        ])));
}

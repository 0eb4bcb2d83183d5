using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Regard.Surveys;
namespace Regard.Tests.Surveys;

public sealed class FormJsonTests
{
    [Fact]
    public void Any_form_comes_back_as_it_went_out() => Prop.ForAll(Arb.From(Documents), document =>
    {
        var json = FormJson.Write(document);
        var again = FormJson.Read(json);
        return FormJson.Write(again) == json && FormJson.Hash(again) == FormJson.Hash(document) && again.Slots.SequenceEqual(document.Slots);
    }).Check(Config.QuickThrowOnFailure.WithReplay(7, 21).WithMaxTest(200).WithEndSize(12));

    [Fact]
    public void Members_that_it_does_not_know_are_kept()
    {
        const string json = """
            {"colour":"red","languages":["en"],"pages":[{"layout":{"columns":[2,null]},"items":[
              {"random":true,"key":"A","type":"battery","parts":["Perceived"],"scale":{"icon":"star"},"rows":[{"key":"a","note":1.50}]},
              {"type":"single","key":"B","options":[{"key":"x","image":"x.png"}],"showIf":{"mode":"fade","all":[{"item":"a_P","op":"atLeast","value":3,"why":"?"}]}}]}]}
            """;
        var written = JsonNode.Parse(FormJson.Write(FormJson.Read(json)))!;
        Assert.Empty(Lost(JsonNode.Parse(json)!, written, "$"));
    }

    [Fact]
    public void The_hash_does_not_depend_on_the_order_of_members()
    {
        var one = FormJson.Read("""{"languages":["en"],"pages":[{"items":[{"type":"nps","key":"A","required":true}]}],"x":{"a":1,"b":2}}""");
        var other = FormJson.Read("""{"x":{"b":2,"a":1},"pages":[{"items":[{"required":true,"key":"A","type":"nps"}]}],"languages":["en"]}""");
        Assert.Equal(FormJson.Hash(one), FormJson.Hash(other));
        Assert.NotEqual(FormJson.Hash(one), FormJson.Hash(one with { Languages = ["zh-Hans"] }));
    }

    [Theory]
    [InlineData("""{"pages":[null]}"""), InlineData("""{"pages":[{"items":[{"key":"A"}]}]}"""), InlineData("""{"pages":[{"items":[{"type":"slider","key":"A"}]}]}""")]
    [InlineData("""{"title":{"en":null}}"""), InlineData("""{"title":{"en":"a"},"title":{"en":"b"}}"""), InlineData("""{"schema":2}"""), InlineData("""[]"""), InlineData("null"), InlineData("")]
    [InlineData("""{"pages":[{"items":[{"type":"rating","key":"A","scale":null}]}]}"""), InlineData("""{"pages":[{"items":[{"type":"rating","key":"A","part":"Felt"}]}]}""")]
    [InlineData("""{"pages":[{"items":[{"type":"nps","key":"A","showIf":{"all":[null]}}]}]}""")]
    public void What_is_no_form_is_refused_with_its_place(string json) =>
        Assert.StartsWith("This is not a form that Regard can read. Look at line 1, at $", Assert.Throws<Invalid>(() => FormJson.Read(json)).Problems.Single().Words.ToString(), StringComparison.Ordinal);

    static IEnumerable<string> Lost(JsonNode before, JsonNode? after, string path) => (before, after) switch
    {
        (JsonObject b, JsonObject a) => b.SelectMany(p => p.Value is null ? a.ContainsKey(p.Key) ? [] : [$"{path}.{p.Key}"] : Lost(p.Value, a[p.Key], $"{path}.{p.Key}")),
        (JsonArray b, JsonArray a) => b.Count == a.Count ? b.SelectMany((x, i) => x is null ? [] : Lost(x, a[i], $"{path}[{i}]")) : [path],
        _ => JsonNode.DeepEquals(before, after) ? [] : [path],
    };

    static Gen<string> Names => Gen.Choose(0, 999).Select(n => $"Q{n}");
    static Gen<string> Said => ArbMap.Default.GeneratorFor<string>().Select(s => new string([.. (s ?? "").Where(c => !char.IsSurrogate(c))])).Or(Gen.Elements("满意度", "\"quoted\"", "a\nb", "</script>", ""));
    static Gen<Text> Texts => from a in Said from b in Said from tags in Gen.Elements<string[]>(["en"], ["en", "zh-Hans"], []) select new Text(tags.Zip([a, b]).ToDictionary(p => p.First, p => p.Second));
    static Gen<bool> Flags => Gen.Elements(true, false);
    static Gen<Dictionary<string, JsonElement>?> Others => Gen.Elements(null, """{ "x-note": "keep", "x-list": [1, null, 2.50] }""").Select(json => json is null ? null : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json));
    static Gen<Scale> Scales => from f in Gen.Choose(0, 3) from span in Gen.Choose(1, 10) from low in Texts select new Scale { From = f, To = f + span, Low = low };
    static Gen<Choice[]> Options => (from key in Names from title in Texts from other in Others select new Choice { Key = key, Title = title, Other = other }).ArrayOf();
    static Gen<Answer> Values => Gen.OneOf(Gen.Choose(-5, 100).Select(n => Answer.Of(n / 4m)), Said.Select(Answer.Of), Said.ArrayOf().Select(s => Answer.Of([.. s])), Gen.Constant(Answer.NotApplicable));
    static Gen<Condition> Conditions => from item in Names from op in Gen.Elements(Enum.GetValues<Test>()) from value in Values from none in Flags select new Condition { Item = item, Op = op, Value = none ? null : value };
    static Gen<ShowIf?> ShowIfs => from all in Conditions.ArrayOf() from any in Conditions.ArrayOf() from none in Flags select none ? null : new ShowIf { All = all, Any = any };
    static Gen<Part[]> PartSets => Gen.Elements<Part[]>([Part.Perceived], [Part.Expected, Part.Perceived], [Part.Expected, Part.Perceived, Part.Importance]);
    static Gen<BatteryRow> Rows => from key in Names from title in Texts from code in Names select new BatteryRow { Key = key, Title = title, Indicator = code };

    static Gen<Item> Bare => Gen.OneOf<Item>(
        from scale in Scales from part in Gen.Elements(Enum.GetValues<Part>()) from reversed in Flags select (Item)new RatingItem { Scale = scale, Part = part, Reversed = reversed },
        from scale in Scales from parts in PartSets from rows in Rows.ArrayOf() select (Item)new BatteryItem { Scale = scale, Parts = parts, Rows = rows },
        from low in Texts select (Item)new NpsItem { Low = low },
        from options in Options from segment in Flags select (Item)new SingleItem { Options = options, Segment = segment },
        from options in Options select (Item)new MultipleItem { Options = options },
        from length in Gen.Choose(1, 5000) from isLong in Flags select (Item)new TextItem { MaxLength = length, Long = isLong },
        from min in Gen.Choose(-100, 100) from decimals in Gen.Choose(0, 6) select (Item)new NumberItem { Min = min / 8m, Decimals = decimals });

    static Gen<Item> Items => from item in Bare from key in Names from title in Texts from required in Flags from when in ShowIfs from other in Others select item with { Key = key, Title = title, Required = required, ShowIf = when, Other = other };
    static Gen<Page> Pages => from items in Items.ArrayOf() from title in Texts select new Page { Title = title, Items = items };
    static Gen<FormDocument> Documents => from pages in Pages.ArrayOf() from title in Texts from intro in Texts from other in Others select new FormDocument { Title = title, Intro = intro, Languages = ["en", "zh-Hans"], Pages = pages, Other = other };
}

using Regard.Post.Templates;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Post;

public class TemplateTests
{
    static readonly Dictionary<string, string> values = new() { ["name"] = "{number}\r\nBcc: x@y.z", ["number"] = "7", ["company"] = "Regard Motors", ["link"] = "https://x.test", ["code"] = "AB" };

    [Fact]
    public void Every_template_stands_in_every_language_with_places_it_may_have_and_a_name()
    {
        foreach (var kind in TemplateKind.All)
        {
            Assert.NotEqual(kind.Name.In(Language.English), kind.Name.In(Language.SimplifiedChinese));
            foreach (var l in Languages.All)
            {
                var t = kind.Standard(l.Tag());
                Assert.Empty(Template.PlacesIn(t.Subject + t.Body).Except(kind.Places));
                Assert.Empty(kind.Places.Except(Template.PlacesIn(t.Subject + t.Body)));
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Places_are_filled_once_and_leave_the_subject_one_line(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var filled = await t.Do(new FillTemplate("case-receipt", Language.English, values));
        Assert.Equal("We have your complaint, no. 7", filled.Subject);
        Assert.Contains("Dear {number}", filled.Body);
        await t.Do(new SaveTemplate("case-receipt", "en", 0, "{name} {number}", "{company}"));
        filled = await t.Do(new FillTemplate("case-receipt", Language.English, values));
        Assert.Equal(new FilledTemplate("{number} Bcc: x@y.z 7", "Regard Motors"), filled);
        Assert.Contains("投诉", (await t.Do(new FillTemplate("case-receipt", Language.SimplifiedChinese, values))).Subject);
    }

    [Theory, EachDatabase]
    public async Task Of_two_who_change_a_template_the_second_is_told(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var c = await Company.In(t);
        Assert.Equal(1, await t.Do(new SaveTemplate("case-answer", "en", 0, "first", "{text}"), c.Administrator));
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveTemplate("case-answer", "en", 0, "second", "{text}"), c.Administrator));
        Assert.Contains("Ada Ministrator saved this", refused.Message);
        Assert.Equal("first", (await t.Do(new ListTemplates(), c.Administrator)).Single(r => r is { Key: "case-answer", LanguageTag: "en" }).Subject);
        Assert.Single((await t.Do(new ShowTemplate("case-answer", "en"), c.Administrator)).Versions);
    }

    [Theory, EachDatabase]
    public async Task A_place_that_nothing_fills_is_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var invalid = await Assert.ThrowsAsync<Invalid>(() => t.Do(new SaveTemplate("case-answer", "en", 0, "{price}", "{text}")));
        Assert.Contains("{price}", invalid.Message);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new SaveTemplate("nothing", "en", 0, "a", "b")));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowTemplate("case-answer", "fr")));
    }
}

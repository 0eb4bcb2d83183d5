using Regard.Indicators;
using Regard.Storage;
using Regard.Tests.Organisation;
namespace Regard.Tests.Indicators;

public sealed class IndicatorTreeTests
{
    [Theory, EachDatabase]
    public async Task The_rater_set_is_adopted_once_and_published(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var analyst = (await Company.In(t)).Analyst;
        var id = await t.Do(new AdoptRaterTree(), analyst);
        Assert.Equal(id, await t.Do(new AdoptRaterTree(), analyst));
        var tree = await t.Do(new ShowIndicatorTree(id), analyst);
        Assert.NotNull(tree.PublishedAt);
        Assert.Equal("Ann Alyst", tree.PublishedBy);
        Assert.Equal("CSI", tree.Root!.Code);
        Assert.Equal(["REL", "ASS", "TAN", "EMP", "RES"], tree.Dimensions.Select(d => d.Code));
        Assert.Equal(20, tree.Leaves.Count());
        Assert.Equal("反应度", tree.Find("RES")!.Names.In(Language.SimplifiedChinese));
        Assert.Single(await t.Do(new ListIndicatorTrees(), analyst));
    }

    [Theory, EachDatabase]
    public async Task A_draft_starts_as_a_copy_and_leaves_the_published_version_alone(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var analyst = (await Company.In(t)).Analyst;
        var first = await t.Do(new AdoptRaterTree(), analyst);
        var id = await t.Do(new DraftIndicatorTree("RATER, weighted", first), analyst);
        var draft = await t.Do(new ShowIndicatorTree(id), analyst);
        double[] weights = [0.3, 0.2, 0.1, 0.2, 0.2];
        var dimensions = draft.Dimensions.Select(d => d.Code).ToList();
        var weighted = draft.Indicators.Select(i => dimensions.IndexOf(i.Code) is >= 0 and var d ? i with { Weight = weights[d] } : i).ToList();
        var revision = await t.Do(new SaveIndicatorTree(id, draft.Name, weighted, draft.Revision), analyst);
        await t.Do(new PublishIndicatorTree(id, revision), analyst);
        Assert.Equal(2, (await t.Do(new ShowIndicatorTree(id), analyst)).Number);
        Assert.Equal(weights, (await t.Do(new ShowIndicatorTree(id), analyst)).Dimensions.Select(d => d.Weight));
        Assert.All((await t.Do(new ShowIndicatorTree(first), analyst)).Dimensions, d => Assert.Equal(0.2, d.Weight));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveIndicatorTree(id, "x", weighted, revision), analyst));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new DropIndicatorTreeDraft(id), analyst));
    }

    [Theory, EachDatabase]
    public async Task Weights_that_do_not_sum_to_one_are_refused_with_their_sum(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var id = await t.Do(new DraftIndicatorTree("Mine"));
        await t.Do(new SaveIndicatorTree(id, "Mine", [Node("CSI", null, 1), Node("A", "CSI", 0.5), Node("B", "CSI", 0.4)], 1));
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new PublishIndicatorTree(id, 2)));
        Assert.Equal("The weights under CSI sum to 0.9, not to 1.", Assert.Single(refused.Problems).Words.ToString());
    }

    [Theory, EachDatabase]
    public async Task The_second_of_two_editors_is_told_who_saved_and_when(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var company = await Company.In(t);
        var id = await t.Do(new DraftIndicatorTree("Mine"), company.Analyst);
        await t.Do(new SaveIndicatorTree(id, "Mine", [Node("CSI", null, 1), Node("A", "CSI", 1)], 1), company.Analyst);
        var late = await Assert.ThrowsAsync<Refused>(() => t.Do(new SaveIndicatorTree(id, "Mine", [Node("CSI", null, 1)], 1)));
        Assert.Equal("Ann Alyst saved this on 2031-05-01 09:00 (UTC), after you opened it. Your changes were not saved.", late.Words.ToString());
        Assert.Equal(2, (await t.Do(new ShowIndicatorTree(id))).Indicators.Count);
    }

    [Theory, EachDatabase]
    public async Task A_draft_can_be_thrown_away(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var id = await t.Do(new DraftIndicatorTree("Mine"));
        await t.Do(new DropIndicatorTreeDraft(id));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowIndicatorTree(id)));
    }

    public static TheoryData<string, Indicator[]> Broken => new()
    {
        { "These stand under one another in a circle: A → B → A.", [Node("CSI", null, 1), Node("A", "B", 1), Node("B", "A", 1)] },
        { "A stands under X, which does not exist.", [Node("CSI", null, 1), Node("A", "X", 1)] },
        { "The code a is used twice.", [Node("CSI", null, 1), Node("A", "CSI", 1), Node("a", "CSI", 0)] },
        { "Only one index can stand at the top; here are 2: CSI, A.", [Node("CSI", null, 1), Node("A", null, 1)] },
        { "Put at least one indicator under the index.", [Node("CSI", null, 1)] },
        { "The tree needs an index at its top.", [] },
        { "A weight is a number from 0 to 1.", [Node("CSI", null, 1), Node("A", "CSI", -1)] },
    };

    [Theory, MemberData(nameof(Broken))]
    public void A_tree_that_cannot_add_up_is_refused_in_words(string words, Indicator[] indicators) =>
        Assert.Contains(words, IndicatorRules.Problems(indicators).Select(p => p.Words.ToString()));

    static Indicator Node(string code, string? parent, double weight) => new()
    {
        Code = code, ParentCode = parent, Position = 0, Weight = weight, Direction = Direction.HigherIsBetter, Names = Text.OneFor(Language.English, code),
    };
}

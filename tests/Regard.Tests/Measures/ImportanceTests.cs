using Regard.Loyalty;
using Regard.Measures;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Loyalty;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures;

public class ImportanceTests
{
    [Theory, EachDatabase]
    public async Task Two_segments_that_want_different_things_are_shown_in_different_orders(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(29);
        // Segment A states and rewards the first dimension, segment D the second.
        foreach (var (segment, firstMatters) in new[] { ("A", true), ("D", false) })
            await survey.Answer(wave, survey.Company.Store(1), 200, _ => Row(chance, firstMatters), segment);
        await survey.Fold(wave);
        var view = await t.Do(new ShowImportance(wave), survey.Company.Executive);
        Assert.Equal(["A", "B"], view.Nodes.Select(n => n.Code));
        Assert.Equal(["A", "D"], view.Groups.Select(g => g.Group.Code));
        Assert.Equal([1, 2], view.Groups[0].Ranks);
        Assert.Equal([2, 1], view.Groups[1].Ranks);
        Assert.Equal([1, 2], view.Groups[0].Derived.Select(d => d.Rank));
        Assert.Equal([2, 1], view.Groups[1].Derived.Select(d => d.Rank));
        Assert.All(view.Groups, g => Assert.Equal(1, g.Derived.Sum(d => d.Share.Value!.Value), 1e-9));
        Assert.All(view.Groups.SelectMany(g => g.Stated), f => Assert.True(f.N == 200 && f.Lower < f.Value && f.Value < f.Upper));
        Assert.Equal([new ImportanceReversal(0, 1, "A", "B", IsStated: true), new ImportanceReversal(0, 1, "A", "B", IsStated: false)], view.Reversals);
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new ShowImportance(wave, survey.Company.South), survey.Company.StoreManager));
        Assert.Empty((await t.Do(new ShowImportance(wave, By: Grouping.Spend))).Groups);
    }

    [Theory, EachDatabase]
    public async Task Questions_left_out_here_and_there_hide_no_group(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(37);
        // The thinnest question is another one in each group: taken by itself none leaves a small rest.
        foreach (var segment in new[] { "A", "B" }) await survey.Answer(wave, survey.Company.Store(1), 120, _ => Survey.Drawn(chance, 0.6, missing: 0.03), segment);
        await survey.Fold(wave);
        var view = await t.Do(new ShowImportance(wave));
        Assert.All(view.Groups, g => Assert.All(g.Derived, d => Assert.True(d.Share.Given)));
        Assert.All((await t.Do(new ShowGroups(wave, By: Grouping.Segment))).Rows, r => Assert.All(r.Figures, f => Assert.True(f.Figure.Given)));
    }

    [Theory, EachDatabase]
    public async Task A_difference_of_rank_that_chance_may_have_made_is_not_told_and_a_small_segment_not_shown(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var survey = await Survey.In(await Company.In(t));
        var wave = await survey.OpenWave();
        var chance = new Random(31);
        // All alike: whatever order comes out is chance.
        foreach (var (segment, n) in new[] { ("A", 60), ("B", 60), ("D", 4) }) await survey.Answer(wave, survey.Company.Store(1), n, _ => Survey.Drawn(chance, 0.6), segment);
        await survey.Fold(wave);
        var view = await t.Do(new ShowImportance(wave));
        Assert.Empty(view.Reversals);
        Assert.All(view.Groups.Single(g => g.Group.Code == "D").Stated, f => Assert.False(f.Given));
        Assert.All(view.Groups.Single(g => g.Group.Code == "D").Derived, d => Assert.False(d.Share.Given));
        // Not even by taking the others off the whole.
        Assert.Contains(view.Groups, g => g.Group.Code != "D" && !g.Stated[0].Given);
    }

    [Theory, EachDatabase]
    public async Task Grades_tell_customers_apart_by_what_they_held_when_the_wave_closed(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenBase.In(t);
        var g = await GivenAnswers.In(given, GivenAnswers.Rating("rel", null, Part.Perceived, "REL1"), GivenAnswers.Rating("tan", null, Part.Perceived, "TAN1"), GivenAnswers.Rating("rel_i", null, Part.Importance, "REL"), GivenAnswers.Rating("tan_i", null, Part.Importance, "TAN"));
        var keys = await given.Customers([.. Enumerable.Range(0, 80).Select(i => (1, "", (IReadOnlyList<(DateOnly, long)>)[]))]);
        var rule = await t.Do(new SetGradeRule(GradeBasis.Revenue, GradeMethod.Shares, 24, [0.5, 0.8, 0.95]));
        await given.Write(async s =>
        {
            await using var append = s.Dialect.Append(s.Transaction, "grades_held", "customer_id", "from_day", "grade", "rule_id");
            foreach (var (i, key) in keys.Index())
            {
                await append.Write(key.Value, new DateOnly(2029, 1, 1), i % 2 == 0 ? "A" : "D", rule.Value);
                // What they became later says nothing of then.
                await append.Write(key.Value, new DateOnly(2030, 6, 1), "B", rule.Value);
            }
            await append.Complete();
        });
        await g.Answered(keys.Select((k, i) => (k, 1, new byte[] { 5, (byte)(4 + i % 3), 5, (byte)(i % 2 == 0 ? 8 + i / 2 % 2 : 3 + i / 2 % 2), (byte)(i % 2 == 0 ? 3 + i / 4 % 2 : 8 + i / 4 % 2) }, new DateOnly(2030, 1, 15), (string?)null)));
        var view = await t.Do(new ShowImportance(g.Wave, By: Grouping.Grade), given.Company.Analyst);
        Assert.Equal(["A", "D"], view.Groups.Select(x => x.Group.Code));
        Assert.All(view.Groups, x => Assert.Equal(40, x.Stated.First(f => f.Given).N));
        Assert.Contains(new ImportanceReversal(0, 1, "REL", "TAN", IsStated: true), view.Reversals);
        // The same groups serve the page of groups.
        Assert.Equal(["A", "D"], (await t.Do(new ShowGroups(g.Wave, By: Grouping.Grade), given.Company.Analyst)).Rows.Select(r => r.Group.Code));
    }

    /// <summary>Ratings of one customer: what matters is stated as such and moves the satisfaction all in all.</summary>
    static byte[] Row(Random chance, bool firstMatters)
    {
        byte Near(double level, int most) => (byte)Math.Clamp(Math.Round(level * most + chance.NextDouble() * 1.4 - 0.7), 0, most);
        var (first, second) = (chance.NextDouble(), chance.NextDouble());
        var (a, b) = firstMatters ? (0.9, 0.4) : (0.4, 0.9);
        return [3, Near(first, 4), Near(a, 4), 3, Near(first, 4), Near(a, 4), 3, Near(second, 4), Near(b, 4), Near(firstMatters ? 0.85 * first + 0.15 * second : 0.15 * first + 0.85 * second, 9), 3, 8];
    }
}

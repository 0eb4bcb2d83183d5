using Regard.Measures;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Measures.Gaps;

public class MirrorTests
{
    [Theory, EachDatabase]
    public async Task Managers_who_see_it_the_other_way_round_are_told_so_by_name(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        // Customers expect A1 most and B1 least; these managers believe the reverse.
        await given.Managers(given.Survey.Company.Group, 12, a1: 1, a2: 3, b1: 4);
        var view = await t.Do(new ShowMirror(given.Wave));
        var managers = Assert.Single(view.Views);
        Assert.Equal(["A1", "A2", "B1"], view.Nodes.Select(n => n.Code));
        Assert.Equal([1, 2, 3], view.CustomerRanks);
        Assert.Equal([3, 2, 1], managers.Ranks);
        Assert.Contains(new Reversal("A1", "B1"), managers.Reversals);
        Assert.Equal([true, false, false], managers.Differences.Select(d => d.IsBlindSpot));
        Assert.True(managers.Differences[2] is { IsSure: true, Figure.Value: < 0 });
        Assert.Null(managers.Rho);
    }

    [Theory, EachDatabase]
    public async Task Managers_who_see_what_customers_see_have_no_blind_spot(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        await given.Managers(given.Survey.Company.Group, 12, a1: 4, a2: 3, b1: 2);
        var managers = Assert.Single((await t.Do(new ShowMirror(given.Wave))).Views);
        Assert.Empty(managers.Reversals);
        Assert.DoesNotContain(managers.Differences, d => d.IsBlindSpot);
    }

    [Theory, EachDatabase]
    public async Task Only_a_wave_of_managers_or_employees_mirrors_one_of_customers_by_the_same_indicators(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        var mirror = await given.Managers(given.Survey.Company.Group, 5, 3, 3, 3);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new MirrorWave(given.Wave, mirror)));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new MirrorWave(mirror, mirror)));
        var other = await given.Survey.OpenWave(tree: await given.Survey.AddTree(("A1", "A", 0.5), ("A2", "A", 0.5), ("B1", "B", 1)));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new MirrorWave(mirror, other)));
        await t.Do(new MirrorWave(mirror, null));
        Assert.Empty((await t.Do(new ShowMirror(given.Wave))).Views);
    }

    [Theory, EachDatabase]
    public async Task Managers_find_their_survey_under_their_work_by_a_link_that_does_not_name_them(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        var wave = await given.Managers(given.Survey.Company.Group, 5, 3, 3, 3);
        var manager = given.Survey.Company.StoreManager;
        Assert.Empty(await t.Do(new SurveysForMe(), manager));
        var link = await t.Do(new OpenWaveLink(wave));
        Assert.StartsWith($"/o/{link}/", Assert.Single(await t.Do(new SurveysForMe(), manager)).Path, StringComparison.Ordinal);
        Assert.Empty(await t.Do(new SurveysForMe(), given.Survey.Company.Analyst));
    }

    [Theory, EachDatabase]
    public async Task Answers_of_managers_leave_the_house_without_unit_and_time(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenGaps.In(t);
        var wave = await given.Managers(given.Survey.Company.Group, 5, 3, 3, 3);
        using var file = new MemoryStream();
        Assert.Equal(5, await t.Do(new ExportResponses(wave, file)));
        var rows = System.Text.Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = rows[0].TrimStart('\uFEFF').Trim().Split(',');
        foreach (var row in rows.Skip(1).Select(r => r.Trim().Split(',')))
            Assert.Equal(("", ""), (row[Array.IndexOf(columns, "unit")], row[Array.IndexOf(columns, "submitted_at")]));
    }
}

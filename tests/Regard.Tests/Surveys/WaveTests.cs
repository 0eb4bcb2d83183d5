using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public class WaveTests
{
    [Theory, EachDatabase]
    public async Task A_programme_with_one_wave_in_twelve_months_shows_a_warning_and_with_two_shows_none(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var one = (await t.Do(new ListProgrammes(), g.Company.Analyst)).Single();
        Assert.True(one.IsBehind);
        Assert.Equal(1, one.WavesInTwelveMonths);

        var second = await t.Do(new PlanWave(g.Programme, "Autumn", g.Version, g.Tree, new(2031, 5, 1), new(2031, 11, 30)));
        await t.Do(new OpenWave(second));
        Assert.False((await t.Do(new ListProgrammes())).Single().IsBehind);

        t.Clock.Now = t.Clock.Now.AddMonths(13);
        Assert.True((await t.Do(new ListProgrammes())).Single().IsBehind);
    }

    [Theory, EachDatabase]
    public async Task A_programme_demands_two_waves_a_year_and_a_minimum_of_five(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new StartProgramme("Yearly", WavesPerYear: 1, MinimumN: 4)));
        Assert.Equal(["WavesPerYear", "MinimumN"], refused.Problems.Select(p => p.Field));
    }

    [Theory, EachDatabase]
    public async Task A_changed_programme_leaves_planned_waves_as_they_are(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Planned(t);
        await t.Do(new ChangeProgramme(g.Programme, "Quarterly", 4, 30, 5, 60));
        Assert.Equal(10, (await g.Shown()).Wave.MinimumN);
        var next = await t.Do(new PlanWave(g.Programme, "Next", g.Version, g.Tree, new(2031, 6, 1), new(2031, 6, 30)));
        Assert.Equal(30, (await t.Do(new ShowWave(next))).Wave.MinimumN);
        Assert.Equal(2, (await t.Do(new ShowWave(next))).Wave.Number);
    }

    [Theory, EachDatabase]
    public async Task A_wave_goes_from_planned_to_open_to_closed_and_no_step_twice(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Planned(t);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new CloseWave(g.Wave)));
        await t.Do(new OpenWave(g.Wave));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new OpenWave(g.Wave)));
        await t.Do(new CloseWave(g.Wave));
        Assert.Equal(WaveState.Closed, (await g.Shown()).Wave.State);
        await Assert.ThrowsAsync<Refused>(() => t.Do(new CloseWave(g.Wave)));
    }

    [Theory, EachDatabase]
    public async Task Only_a_planned_wave_can_be_changed(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Planned(t);
        var change = new ChangeWave(g.Wave, "Early summer", g.Version, g.Tree, new(2031, 6, 1), new(2031, 6, 15), 20);
        await t.Do(change);
        Assert.Equal("Early summer", (await g.Shown()).Wave.Name);
        await t.Do(new OpenWave(g.Wave));
        await Assert.ThrowsAsync<Refused>(() => t.Do(change));
    }

    [Theory, EachDatabase]
    public async Task A_wave_needs_published_versions_and_sensible_days(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Planned(t);
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new PlanWave(g.Programme, "W", new(Guid.NewGuid()), g.Tree, new(2031, 5, 1), new(2031, 5, 2))));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new PlanWave(g.Programme, "W", g.Version, new(Guid.NewGuid()), new(2031, 5, 1), new(2031, 5, 2))));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new PlanWave(g.Programme, "W", g.Version, g.Tree, new(2031, 5, 3), new(2031, 5, 2))));
        await Assert.ThrowsAsync<Invalid>(() => t.Do(new PlanWave(g.Programme, "W", g.Version, g.Tree, new(2031, 4, 1), new(2031, 4, 2))));
        await Assert.ThrowsAsync<NotFound>(() => t.Do(new PlanWave(new(Guid.NewGuid()), "W", g.Version, g.Tree, new(2031, 5, 1), new(2031, 5, 2))));
    }

    [Theory, EachDatabase]
    public async Task The_clock_finds_waves_whose_first_day_has_come_and_whose_last_is_over(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Planned(t);
        Assert.Equal([g.Wave], (await t.Do(new WavesDue())).ToOpen);
        await t.Do(new OpenWave(g.Wave));
        t.Clock.Now = new(2031, 5, 31, 23, 59, 0, TimeSpan.Zero);
        Assert.Empty((await t.Do(new WavesDue())).ToClose);
        t.Clock.Now = new(2031, 6, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal([g.Wave], (await t.Do(new WavesDue())).ToClose);
    }

    [Theory, EachDatabase]
    public async Task Someone_over_a_part_of_the_company_runs_no_wave(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var regional = await g.Company.Person("Rena Gional", Role.Analyst, g.Company.North);
        var refused = await Assert.ThrowsAsync<Refused>(() => t.Do(new CloseWave(g.Wave), regional));
        Assert.True(refused.Forbidden);
        await t.Do(new CloseWave(g.Wave), g.Company.Analyst);
    }

    [Theory, EachDatabase]
    public async Task Progress_tells_invited_opened_and_submitted_by_unit_and_day(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var links = await g.Invite("c1", "c2", "c3", "c4");
        await t.Do(new NoteLinkOpened(links[0].Token));
        await t.Do(new SubmitByLink(links[1].Token) { Answers = GivenWave.Answers() });
        await t.Do(g.Response("S3"));
        t.Clock.Now = t.Clock.Now.AddDays(1);
        await t.Do(g.Response("S3"));

        var shown = await t.Do(new ShowWave(g.Wave), g.Company.Analyst);
        Assert.Equal(["N1", "S3"], shown.Units.Select(u => u.Unit.Code));
        var n1 = shown.Units[0];
        Assert.Equal((4, 4, 2, 1, 1), (n1.Contacts, n1.Invited, n1.Opened, n1.Submitted, n1.Responses));
        Assert.Equal(0.25, n1.ResponseRate);
        Assert.Null(shown.Units[1].ResponseRate);
        Assert.Equal([2, 1], shown.Days.Select(d => d.Responses));
        Assert.Equal(3, shown.Responses);

        var southern = await g.Company.Person("Sou Thern", Role.Agency, g.Company.South);
        Assert.Equal(["S3"], (await t.Do(new ShowWave(g.Wave), southern)).Units.Select(u => u.Unit.Code));
    }
}

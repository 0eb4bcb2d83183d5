using Regard.Files;
using Regard.Organisation;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public class ContactTests
{
    [Theory, EachDatabase]
    public async Task A_sample_becomes_personal_links_that_are_told_once(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var file = GivenWave.Csv("external_id;name;email;phone;language;unit;segment\nK1;李娜;li.na@example.com;;zh-Hans;N1;gold\nK2;Bob;;555;en;S4;\n");
        var import = await t.Do(new UploadContacts(g.Wave, file, "sample.csv"), g.Company.Agency);
        Assert.Equal((2, 2, ';'), (import.Report.Rows, import.Report.Taken, import.Report.Separator));
        var links = await t.Do(new MakeInvitations(g.Wave), g.Company.Agency);
        Assert.Equal([("K1", "李娜", "N1"), ("K2", "Bob", "S4")], links.Select(l => (l.ExternalId!, l.Name!, l.UnitCode)));
        Assert.Equal(2, links.Select(l => l.Token).Distinct().Count());
        Assert.Empty(await t.Do(new MakeInvitations(g.Wave)));
    }

    [Theory, EachDatabase]
    public async Task Every_bad_line_of_a_sample_is_told_and_nothing_is_taken(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var import = await t.Do(new UploadContacts(g.Wave, GivenWave.Csv("external_id,email,unit,language\nK1,,N1,\n,,N1,\nK1,,N1,\nK3,nonsense,N1,\nK4,,X9,\nK5,,,\nK6,,N1,fr\n"), "s.csv"));
        Assert.Equal(0, import.Report.Taken);
        Assert.Equal([3, 4, 5, 6, 7, 8], import.Report.Problems.Select(p => p.Line));
        Assert.Contains("twice", import.Report.Problems[1].Words.ToString());
        Assert.Contains("X9", import.Report.Problems[3].Words.ToString());
        Assert.Empty(await t.Do(new MakeInvitations(g.Wave)));
    }

    [Theory, EachDatabase]
    public async Task On_request_the_good_lines_are_taken_and_the_bad_handed_back_with_reasons(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var import = await t.Do(new UploadContacts(g.Wave, GivenWave.Csv("external_id,unit\nK1,N1\nK2,X9\n"), "s.csv", RowMode.GoodRows), g.Company.Analyst);
        Assert.Equal((1, 1), (import.Report.Taken, import.Report.TurnedAway));
        Assert.Equal("\"external_id\",\"unit\",\"What is wrong\"\r\nK2,X9,\"There is no unit X9.\"\r\n", await t.Do(new ImportBadRows(import.Id), g.Company.Analyst));
        Assert.Single(await t.Do(new MakeInvitations(g.Wave)));
        Assert.True((await t.Do(new ListImports(g.Wave))).Single().HasBadRows);
        Assert.Equal("s.csv", (await t.Do(new ShowImport(import.Id))).Report.FileName);
    }

    [Theory, EachDatabase]
    public async Task Nobody_is_asked_twice_in_one_wave_but_again_in_the_next_and_stays_the_same_customer(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        await g.Invite("c1");
        var again = await t.Do(new UploadContacts(g.Wave, GivenWave.Csv("external_id,unit\nc1,N2\n"), "s.csv"));
        Assert.Contains("already", again.Report.Problems.Single().Words.ToString());
        var next = await t.Do(new PlanWave(g.Programme, "Next", g.Version, g.Tree, new(2031, 6, 1), new(2031, 6, 30)));
        Assert.Equal(1, (await t.Do(new UploadContacts(next, GivenWave.Csv("external_id,unit\nc1,N2\n"), "s.csv"))).Report.Taken);
        var link = (await t.Do(new MakeInvitations(next))).Single();
        Assert.Equal(("Name of c1", "N2"), (link.Name!, link.UnitCode));
    }

    [Theory, EachDatabase]
    public async Task Units_see_no_contacts_and_an_agency_over_a_region_sees_its_own(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        await t.Do(new UploadContacts(g.Wave, GivenWave.Csv("external_id,unit\nn,N1\ns,S3\n"), "s.csv"));
        foreach (var caller in new[] { g.Company.StoreManager, g.Company.RegionalManager, g.Company.FrontLine, g.Company.Executive, g.Company.Administrator })
            Assert.True((await Assert.ThrowsAsync<Refused>(() => t.Do(new MakeInvitations(g.Wave), caller))).Forbidden);
        var southern = await g.Company.Person("Sou Thern", Role.Agency, g.Company.South);
        Assert.Equal(["s"], (await t.Do(new MakeInvitations(g.Wave), southern)).Select(l => l.ExternalId));
        var foreign = await t.Do(new UploadContacts(g.Wave, GivenWave.Csv("external_id,unit\nx,N1\n"), "s.csv"), southern);
        Assert.Equal("There is no unit N1.", foreign.Report.Problems.Single().Words.ToString());
    }

    [Theory, EachDatabase]
    public async Task A_sample_without_the_columns_it_needs_is_refused(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        var refused = await Assert.ThrowsAsync<Invalid>(() => t.Do(new UploadContacts(g.Wave, GivenWave.Csv("name\nBob\n"), "s.csv")));
        Assert.Equal(2, refused.Problems.Count);
        await t.Do(new CloseWave(g.Wave));
        await Assert.ThrowsAsync<Refused>(() => t.Do(new UploadContacts(g.Wave, GivenWave.Csv("external_id,unit\nK1,N1\n"), "s.csv")));
    }
}

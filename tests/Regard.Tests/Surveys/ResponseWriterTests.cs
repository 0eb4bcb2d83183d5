using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Organisation;
namespace Regard.Tests.Surveys;

public class ResponseWriterTests
{
    [Theory, EachDatabase]
    public async Task Many_at_once_are_all_kept_and_numbered_without_gaps(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        await using var writer = new ResponseWriter(t.Office);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 500).Select(i => writer.Submit(g.Response(i % 2 == 0 ? "N1" : "S4"), g.Company.Agency)));
        Assert.Equal(500, receipts.Select(r => r.Key).Distinct().Count());
        Assert.Equal([("N1", 250L), ("S4", 250L)], (await g.Shown()).Units.Select(u => (u.Unit.Code, u.Responses)));
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (long)i), await Numbers(t, g));
    }

    [Theory, EachDatabase]
    public async Task The_same_key_from_many_at_once_is_counted_once_and_acknowledged_to_all(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        await using var one = new ResponseWriter(t.Office);
        await using var other = new ResponseWriter(t.Office);
        var key = Guid.NewGuid();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? one : other).Submit(g.Response(key: key), t.Installation)));
        Assert.Single(receipts, r => !r.CameBefore);
        Assert.Equal(1, (await g.Shown()).Responses);
        Assert.Equal([1L], await Numbers(t, g));
    }

    [Theory, EachDatabase]
    public async Task One_that_is_turned_away_takes_nobody_along(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        await using var writer = new ResponseWriter(t.Office);
        var links = await g.Invite("c1");
        var tasks = Enumerable.Range(0, 50).Select(i => writer.Submit(i % 10 == 3 ? g.Response("X9") : g.Response(), t.Installation)).ToList();
        var byLink = writer.Submit(new SubmitByLink(links[0].Token) { Answers = GivenWave.Answers() }, Caller.Anyone(Language.English));
        foreach (var (i, task) in tasks.Index())
            if (i % 10 == 3) await Assert.ThrowsAsync<Invalid>(() => task);
            else Assert.False((await task).CameBefore);
        await byLink;
        Assert.Equal((46, 1), ((await g.Shown()).Responses, (await g.Shown()).Submitted));
        await Assert.ThrowsAsync<Invalid>(() => writer.Submit(g.Response() with { Answers = new() { ["nps"] = Answer.Of(11) } }, t.Installation));
        Assert.True((await Assert.ThrowsAsync<Refused>(() => writer.Submit(g.Response(), g.Company.FrontLine))).Forbidden);
    }

    [Theory, EachDatabase]
    public async Task Closing_the_wave_while_answers_pour_in_loses_none_acknowledged_and_takes_none_after(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var g = await GivenWave.Open(t);
        await using var writer = new ResponseWriter(t.Office);
        var acknowledged = 0;
        var pouring = Enumerable.Range(0, 300).Select(async _ =>
        {
            try { await writer.Submit(g.Response(), t.Installation); Interlocked.Increment(ref acknowledged); }
            catch (Refused) { }
        }).ToList();
        await t.Do(new CloseWave(g.Wave));
        await Task.WhenAll(pouring);
        Assert.Equal(acknowledged, (await g.Shown()).Responses);
        await Assert.ThrowsAsync<Refused>(() => writer.Submit(g.Response(), t.Installation));
    }

    static async Task<IEnumerable<long>> Numbers(TestOffice t, GivenWave g)
    {
        await using var connection = await t.Database.Open();
        return await Dapper.SqlMapper.QueryAsync<long>(connection, "select number from responses where wave_id = @Wave order by number", new { g.Wave });
    }
}

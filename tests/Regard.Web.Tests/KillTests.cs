using System.Collections.Concurrent;
using System.Text;
using Regard.Storage;
using Regard.Surveys;
using Regard.Tests.Surveys;
namespace Regard.Web.Tests;

/// <summary>A server that is killed under load has kept every answer that it acknowledged.</summary>
public class KillTests
{
    const int Clients = 16, Enough = 300;

    [Theory, EachDatabase]
    public async Task A_killed_server_has_lost_no_acknowledged_response(Engine on)
    {
        await using var t = await TestOffice.On(on);
        var given = await GivenWave.Open(t);
        var link = await t.Do(new OpenWaveLink(given.Wave, given.Company.Store(1)));
        var acknowledged = new ConcurrentBag<Guid>();
        using (var server = await Server.Start(t.Setting))
        {
            var enough = new TaskCompletionSource();
            var load = Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Send(server.Address, link, acknowledged, enough)));
            await Task.WhenAny(enough.Task, load);
            server.Kill();
            await load;
        }
        var kept = await Kept(t, given.Wave);
        Assert.True(acknowledged.Count >= Enough);
        Assert.Empty(acknowledged.Except(kept));
        Assert.Equal(kept.Count, kept.Distinct().Count());
    }

    /// <summary>Sends until the server is gone, and notes what was acknowledged.</summary>
    static async Task Send(Uri address, string link, ConcurrentBag<Guid> acknowledged, TaskCompletionSource enough)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            var key = Guid.NewGuid();
            try
            {
                using var body = new StringContent($$"""{"answers":{{GivenWave.Answers().ToJson()}},"language":"en"}""", Encoding.UTF8, "application/json");
                using var answer = await http.PostAsync($"/api/respond/open/{link}/{key}", body);
                if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
                acknowledged.Add(key);
                if (acknowledged.Count >= Enough) enough.TrySetResult();
            }
            catch (HttpRequestException) { return; }
        }
    }

    static async Task<List<Guid>> Kept(TestOffice t, Id<Wave> wave)
    {
        await using var connection = await t.Database.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = t.Database.Dialect.Engine == Engine.Sqlite ? "select hex(id) from responses" : "select replace(id::text, '-', '') from responses";
        await using var rows = await command.ExecuteReaderAsync();
        var kept = new List<Guid>();
        while (await rows.ReadAsync()) kept.Add(Guid.Parse(rows.GetString(0)));
        return kept;
    }
}

using System.Diagnostics;
using Npgsql;
using Regard.Storage;
using Regard.Tests.Work;
namespace Regard.Web.Tests;

/// <summary>Two nodes on one PostgreSQL, one of them killed in the middle of what the clock does: the other does the rest, and nothing twice.</summary>
public class NodeKillTests
{
    static readonly TimeSpan patience = TimeSpan.FromSeconds(100), look = TimeSpan.FromMilliseconds(5);

    public static TheoryData<string> Statements => new("update work_items set level", "insert into case_follow_ups", "insert into call_backs");

    [Theory, MemberData(nameof(Statements))]
    public async Task What_falls_due_happens_once_though_a_node_is_killed_in_the_middle(string statement)
    {
        Assert.SkipWhen(TestOffice.Postgres is null, "REGARD_TEST_POSTGRES is not set; ./test starts a PostgreSQL and sets it");
        await using var t = await TestOffice.On(Engine.Postgres, $"{TimeProvider.System.GetUtcNow():O}");
        var given = await GivenDue.In(t);
        string[] names = [$"first {Guid.NewGuid():n}", $"second {Guid.NewGuid():n}"];
        var nodes = await Task.WhenAll(names.Select(name => Server.Start(new NpgsqlConnectionStringBuilder(t.Setting) { ApplicationName = name }.ConnectionString)));
        using var first = nodes[0];
        using var second = nodes[1];
        var middle = WhoSays(t, statement, names);
        await given.FallDue();
        nodes[Array.IndexOf(names, await middle)].Kill();
        var (escalated, followUps, callBacks) = await given.Done();
        Assert.NotEqual((GivenDue.Tasks, GivenDue.Each, GivenDue.Each), (escalated, followUps, callBacks));
        await given.EndLeases();
        await Until(async () => await given.Done() == (GivenDue.Tasks, GivenDue.Each, GivenDue.Each));
        // A whole round more finds nothing to do.
        await given.LookAgain();
        await Until(given.HasLooked);
        Assert.True(await given.IsEachOnce());
    }

    /// <summary>The node that is within a transaction and has just said this.</summary>
    static async Task<string> WhoSays(TestOffice t, string statement, string[] names)
    {
        await using var connection = new NpgsqlConnection(t.Setting);
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand("select application_name from pg_stat_activity where application_name = any($1) and xact_start is not null and query like $2 || '%' limit 1", connection) { Parameters = { new() { Value = names }, new() { Value = statement } } };
        string? name = null;
        await Until(async () => (name = (string?)await ask.ExecuteScalarAsync()) is not null);
        return name!;
    }

    static async Task Until(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(look);
        while (!await condition())
        {
            Assert.True(watch.Elapsed < patience, "It did not come to that in time.");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}

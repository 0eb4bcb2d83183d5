using System.Collections.Concurrent;
using Regard.Demo;
using Regard.Loyalty;
using Regard.Storage;
[assembly: AssemblyFixture(typeof(Regard.Tests.Demo.Demos))]
namespace Regard.Tests.Demo;

/// <summary>Demo companies that the tests only look at, each made once on each engine.</summary>
public sealed class Demos : IAsyncDisposable
{
    readonly ConcurrentDictionary<(Engine, int), Lazy<Task<SeenDemo>>> made = [];

    /// <summary>Few customers answer, and all of them buy.</summary>
    public Task<SeenDemo> Small(Engine on) => Made(on, responses: 3_000, customers: 1_500, buyers: 1_500);

    /// <summary>Enough answers and buyers to find again what was planted; what is worked out at night has been.</summary>
    public Task<SeenDemo> Large(Engine on) => Made(on, responses: 9_000, customers: 300, buyers: 4_000, nightly: true);

    Task<SeenDemo> Made(Engine on, int responses, int customers, int buyers, bool nightly = false) => made.GetOrAdd((on, responses), _ => new(async () =>
    {
        var t = await TestOffice.On(on, "2026-11-22T09:00:00Z");
        var demo = new DemoCompany(t.Database, t.Clock.Now);
        await demo.Make(responses, customers: customers, buyers: buyers);
        if (nightly) await new CustomerWorking(t.Office, t.Clock).Run(t.Installation);
        return new SeenDemo(t, demo);
    })).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var demo in made.Values) await (await demo.Value).Office.DisposeAsync();
    }
}

public sealed record SeenDemo(TestOffice Office, DemoCompany Company);

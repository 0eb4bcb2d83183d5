using Regard.Storage;
namespace Regard.Tests.Core;

public class TakeLeaseTests
{
    static readonly TimeSpan minute = TimeSpan.FromMinutes(1);

    [Theory, EachDatabase]
    public async Task Of_two_nodes_one_does_the_timed_work_and_the_other_takes_over_when_it_stops(Engine on)
    {
        await using var t = await TestOffice.On(on);
        Assert.True(await t.Do(new TakeLease("clock", "a", minute)));
        Assert.False(await t.Do(new TakeLease("clock", "b", minute)));
        t.Clock.Now += TimeSpan.FromSeconds(30);
        Assert.True(await t.Do(new TakeLease("clock", "a", minute)));
        t.Clock.Now += minute;
        Assert.True(await t.Do(new TakeLease("clock", "b", minute)));
        Assert.False(await t.Do(new TakeLease("clock", "a", minute)));
    }
}

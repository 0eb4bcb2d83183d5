using Regard.Post;
namespace Regard.Tests.Post;

public class BackoffTests
{
    [Fact]
    public void Waits_double_up_to_their_limit_and_vary_by_a_quarter()
    {
        Assert.Equal([30, 60, 120, 240], Enumerable.Range(1, 4).Select(n => Backoff.After(n, ofMessage: true, 0.5).TotalSeconds));
        Assert.Equal(TimeSpan.FromHours(4), Backoff.After(1000, ofMessage: true, 0.5));
        Assert.Equal(TimeSpan.FromMinutes(10), Backoff.After(1000, ofMessage: false, 0.5));
        Assert.Equal((22.5, 37.5), (Backoff.After(1, true, 0).TotalSeconds, Backoff.After(1, true, 1).TotalSeconds));
    }

    [Fact]
    public void Chances_of_messages_lie_evenly_between_0_and_1()
    {
        var random = new Random(7);
        var bytes = new byte[16];
        var chances = Enumerable.Range(1, 4000).Select(i => { random.NextBytes(bytes); return Backoff.ChanceOf(new Guid(bytes), i % 5); }).ToList();
        Assert.All(chances, c => Assert.InRange(c, 0, 1));
        // Standard error of the mean of 4,000 even draws: 0.0046.
        Assert.InRange(chances.Average(), 0.48, 0.52);
        Assert.InRange(chances.Count(c => c < 0.1), 330, 470);
    }
}

using Regard.Statistics.Tests.Simulation;

namespace Regard.Statistics.Tests.Loyalty;

public class TransitionTests
{
    static Transitions Of(int states, params (int From, int To, int Times)[] pairs)
    {
        var all = pairs.SelectMany(p => Enumerable.Repeat((p.From, p.To), p.Times)).ToArray();
        return Transitions.Of([.. all.Select(p => p.From)], [.. all.Select(p => p.To)], states);
    }

    [Fact]
    public void Shares_are_those_of_the_row_with_their_intervals()
    {
        var moves = Of(3, (0, 0, 60), (0, 1, 40), (1, 0, 10), (1, 1, 90));
        Assert.Equal(0.4, moves.Share(0, 1).Value!.Value, 1e-12);
        Assert.Equal(Wilson.Share(40, 100).Upper, moves.Share(0, 1).Upper);
        Assert.Equal(Withholding.Unmeasured, moves.Share(2, 0).Reason);
        Assert.Equal([0, 1], moves.Likeliest(0));
    }

    [Fact]
    public void The_steady_state_is_where_the_shares_stay()
    {
        var settled = Of(2, (0, 0, 60), (0, 1, 40), (1, 0, 10), (1, 1, 90)).SteadyState(Draws.Seeded(1));
        Assert.Equal(0.2, settled[0].Value!.Value, 1e-12);
        Assert.InRange(0.2, settled[0].Lower!.Value, settled[0].Upper!.Value);
        Assert.InRange(settled[0].Upper!.Value - settled[0].Lower!.Value, 0.05, 0.3);
    }

    [Fact]
    public void States_that_are_left_for_ever_settle_at_nothing()
    {
        var settled = Of(3, (2, 0, 50), (0, 0, 30), (0, 1, 20), (1, 0, 20), (1, 1, 30)).SteadyState(Draws.Seeded(1));
        Assert.Equal(0, settled[2].Value);
        Assert.Equal(0.5, settled[0].Value!.Value, 1e-12);
    }

    [Fact]
    public void Where_it_is_not_identified_it_is_withheld()
    {
        Assert.All(Of(2, (0, 0, 5), (1, 1, 5)).SteadyState(Draws.Seeded(1)), e => Assert.Equal(Withholding.NotIdentified, e.Reason));
        Assert.All(Of(2, (0, 1, 5), (1, 0, 5)).SteadyState(Draws.Seeded(1)), e => Assert.Equal(Withholding.NotIdentified, e.Reason));
        Assert.All(Of(2, (0, 1, 5)).SteadyState(Draws.Seeded(1)), e => Assert.Equal(Withholding.NotIdentified, e.Reason));
    }

    [Fact]
    public void Its_interval_holds_the_truth()
    {
        Worlds.Run(1200, 8, (world, stream, seen) =>
        {
            var (from, to) = (new int[300], new int[300]);
            for (var i = 0; i < from.Length; i++)
            {
                from[i] = stream.Below(2);
                to[i] = stream.Uniform() < (from[i] == 0 ? 0.3 : 0.8) ? 1 : 0;
            }
            seen.Interval("settled share", Transitions.Of(from, to, 2).SteadyState(Draws.Seeded(world), 400)[1], 0.6);
        }).Keep();
    }

    [Fact]
    public void A_state_that_is_none_is_refused() => Assert.Throws<DataRefused>(() => Transitions.Of([0], [2], 2));
}
